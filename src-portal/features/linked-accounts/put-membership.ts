import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import type { Newcomer } from './newcomer.ts';

/**
 * Writes the newcomer's membership: a new one, or the one of `knownId`, that was denied or waited for a PIN, with its
 * version raised by one. Nobody of the organization did it, so it counts as the portal's. Answers its id.
 */
export async function putMembership(
  transaction: DatabaseTransaction,
  context: PortalContext,
  newcomer: Pick<Newcomer, 'accountId' | 'organizationId'>,
  knownId: string | undefined,
  access: Pick<Schema['membership'], 'role' | 'permissions' | 'status'>,
): Promise<string> {
  const at = context.chance.now();
  const id = knownId ?? context.chance.newId();
  const activated = access.status === 'active' ? { activated_at: at } : {};
  const state = { ...access, ...activated, status_reason: null, changed_at: at, changed_by: null };
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
  return id;
}
