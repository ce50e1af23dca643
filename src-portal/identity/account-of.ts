import type { Selectable } from 'kysely';
import type { Account } from '../../src-shared/domain/account.ts';
import type { AccountStatus } from '../../src-shared/domain/statuses.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { Chance } from '../context.ts';
import type { Schema } from '../database/schema.ts';
import { isExistingUser } from './migration-standing.ts';

export type AccountRow = Selectable<Schema['account']>;

type Standing = Pick<AccountRow, 'portal_id' | 'email_verified_at' | 'verified_at' | 'expires_at'>;

/**
 * Where the account stands now: its address is confirmed first, then the portal's staff verify it where they do (A8); what
 * nobody has used in time has expired (A9), from that moment on. A lockout is another matter: identity/is-locked.ts.
 */
export function accountStatus(row: Standing, { now }: Pick<Chance, 'now'>): Exclude<AccountStatus, 'locked'> {
  if (row.expires_at !== null && row.expires_at <= now()) return 'expired';
  if (row.email_verified_at === null) return 'email-unverified';
  const isVerified = findPortal(row.portal_id)?.verifiesAccounts !== true || row.verified_at !== null;
  return isVerified ? 'active' : 'awaiting-verification';
}

/** The account as its owner sees it. */
export const accountOf = (row: AccountRow, chance: Pick<Chance, 'now'>): Account => ({
  id: row.id,
  portalId: row.portal_id,
  email: row.email,
  username: row.username,
  firstName: row.first_name,
  lastName: row.last_name,
  status: accountStatus(row, chance),
  authenticatorSince: row.authenticator_since?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  migrationDueAt: isExistingUser(row) ? (row.migration_due_at?.toISOString() ?? null) : null,
});
