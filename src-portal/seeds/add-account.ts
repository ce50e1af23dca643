import { usernameSchema } from '../../src-shared/domain/username.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { unusedUntil } from '../features/registrations/unused-until.ts';
import type { DemoAccount } from './demo-accounts.ts';
import { daysAgo, type Seeding } from './seeding.ts';

interface AccountPast {
  readonly createdAt: Date;
  /** When the email was confirmed; some minutes after `createdAt` where it is not given. */
  readonly confirmedAt?: Date;
  readonly lastSignInAt: Date | null;
  /** Null while the portal's staff have to verify it (A8); as soon as it was confirmed where it is not given. */
  readonly verifiedAt?: Date | null;
  /** Null for somebody who cannot sign in. */
  readonly passwordHash?: string | null;
  /** Null for an existing user who has yet to move to multi-factor authentication (E2); from the start where it is not given. */
  readonly mfaSince?: Date | null;
  readonly migrationAnnouncedAt?: Date;
}

/** An account whose email was confirmed; its username, where the portal has some, is the address before the `@`. Answers its id. */
export function addAccount(seeding: Seeding, person: DemoAccount, past: AccountPast): string {
  const id = seeding.random.id(past.createdAt);
  const confirmedAt = past.confirmedAt ?? new Date(past.createdAt.getTime() + seeding.random.between(1, 25) * 60_000);
  const recent = daysAgo(seeding, 0);
  const portal = findPortal(seeding.portalId);
  const emailVerifiedAt = confirmedAt < recent ? confirmedAt : recent;
  const isUnused = past.lastSignInAt === null;
  seeding.rows.account.push({
    id,
    portal_id: seeding.portalId,
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    phone: person.phone,
    password_hash: past.passwordHash ?? null,
    email_verified_at: emailVerifiedAt,
    verified_at:
      portal?.verifiesAccounts === true ? (past.verifiedAt === undefined ? emailVerifiedAt : past.verifiedAt) : null,
    created_at: past.createdAt,
    mfa_since: past.mfaSince === undefined ? past.createdAt : past.mfaSince,
    migration_announced_at: past.migrationAnnouncedAt ?? null,
    migration_due_at:
      past.migrationAnnouncedAt === undefined || portal?.migration === undefined
        ? null
        : new Date(past.migrationAnnouncedAt.getTime() + portal.migration.days * 24 * 60 * 60_000),
    last_sign_in_at: past.lastSignInAt,
    expires_at: portal !== undefined && isUnused ? unusedUntil(portal, past.createdAt) : null,
    username: portal?.signInWith === 'username' ? usernameOf(person) : null,
  });
  return id;
}

function usernameOf({ email }: DemoAccount): string | null {
  const [local] = email.split('@');
  return usernameSchema.safeParse(local).data ?? null;
}
