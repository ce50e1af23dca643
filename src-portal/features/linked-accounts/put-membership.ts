import type { User } from '../../../src-shared/domain/user.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { readUser } from '../users/read-user.ts';
import type { Newcomer } from './newcomer.ts';

/**
 * Writes the newcomer's membership: a new one, or the denied one of `deniedId` with its version raised by one. Nobody of
 * the organization did it, so it counts as the portal's. Answers the user that it makes.
 */
export async function putMembership(
  transaction: DatabaseTransaction,
  context: PortalContext,
  newcomer: Pick<Newcomer, 'accountId' | 'organizationId'>,
  deniedId: string | undefined,
  access: Pick<Schema['membership'], 'role' | 'permissions' | 'status'>,
): Promise<User> {
  const at = context.chance.now();
  const id = deniedId ?? context.chance.newId();
  const state = { ...access, status_reason: null, changed_at: at, changed_by: null };
  await transaction
    .insertInto('membership')
    .values({
      id,
      organization_id: newcomer.organizationId,
      account_id: newcomer.accountId,
      created_at: at,
      ...state,
    })
    .onConflict((known) =>
      known.column('id').doUpdateSet((row) => ({ ...state, version: row('membership.version', '+', 1) })),
    )
    .execute();
  return readUser(transaction, id);
}
