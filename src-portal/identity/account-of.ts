import type { Selectable } from 'kysely';
import type { Account } from '../../src-shared/domain/account.ts';
import type { Schema } from '../database/schema.ts';

export type AccountRow = Selectable<Schema['account']>;

/** The account as its owner sees it. A lockout is temporary and told by `locked_out`, not by the status. */
export const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  portalId: row.portal_id,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  status: row.email_verified_at === null ? 'email-unverified' : 'active',
  authenticatorSince: row.authenticator_since?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});
