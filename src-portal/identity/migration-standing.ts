import type { Selectable } from 'kysely';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { Chance } from '../context.ts';
import type { Schema } from '../database/schema.ts';

type Standing = Pick<Selectable<Schema['account']>, 'portal_id' | 'username' | 'mfa_since' | 'migration_due_at'>;

/** Somebody with a username who has yet to move to multi-factor authentication, at a portal that asks for it (E2). */
export const isExistingUser = ({ portal_id: portalId, username, mfa_since: mfaSince }: Standing): boolean =>
  username !== null && mfaSince === null && findPortal(portalId)?.migration !== undefined;

/** `none` also for those whom the move has not been announced to: they sign in as ever. */
export function migrationStanding(account: Standing, { now }: Pick<Chance, 'now'>): 'none' | 'due' | 'overdue' {
  if (!isExistingUser(account) || account.migration_due_at === null) return 'none';
  return account.migration_due_at <= now() ? 'overdue' : 'due';
}
