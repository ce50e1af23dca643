import type { DemoAccount } from './demo-accounts.ts';
import { daysAgo, type Seeding } from './seeding.ts';

interface AccountPast {
  readonly createdAt: Date;
  /** When the email was confirmed; some minutes after `createdAt` where it is not given. */
  readonly confirmedAt?: Date;
  readonly lastSignInAt: Date | null;
  /** Null for somebody who cannot sign in. */
  readonly passwordHash?: string | null;
}

/** An account whose email was confirmed. Answers its id. */
export function addAccount(seeding: Seeding, person: DemoAccount, past: AccountPast): string {
  const id = seeding.random.id(past.createdAt);
  const confirmedAt = past.confirmedAt ?? new Date(past.createdAt.getTime() + seeding.random.between(1, 25) * 60_000);
  const recent = daysAgo(seeding, 0);
  seeding.rows.account.push({
    id,
    portal_id: seeding.portalId,
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    phone: person.phone,
    password_hash: past.passwordHash ?? null,
    email_verified_at: confirmedAt < recent ? confirmedAt : recent,
    created_at: past.createdAt,
    last_sign_in_at: past.lastSignInAt,
  });
  return id;
}
