import type { Selectable } from 'kysely';
import { accessOf } from '../../../src-shared/domain/permissions.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { changeAccessRequest } from '../access-requests/change-access-request.ts';
import { appendChange } from '../changes/append-change.ts';
import { renewViewOnChange } from '../users/change-membership.ts';
import { readUser } from '../users/read-user.ts';
import type { Decider } from './change-invitation.ts';

type InvitationRow = Selectable<Schema['invitation']>;

/**
 * Makes the person an active user with the access that the invitation names; whoever invited them gave it. Somebody who
 * is one already keeps the access that they have. A request that waits for an administrator has nothing left to ask for.
 */
export async function admitInvited(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  invitation: InvitationRow,
  person: Decider,
): Promise<void> {
  const { organization_id: organizationId } = invitation;
  const known = await transaction
    .selectFrom('membership')
    .select(['id', 'status', 'role', 'permissions'])
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', person.accountId)
    .executeTakeFirst();
  if (known?.status === 'active') return;
  const userId = await putMembership(transaction, context, invitation, person.accountId, known?.id ?? null);
  // whoever is let in needs no PIN any more (D8)
  await transaction.deleteFrom('mailed_pin').where('membership_id', '=', userId).execute();
  const user = await readUser(transaction, userId);
  const position = await appendChange(transaction, context, organizationId, { kind: 'user', entity: user });
  if (known === undefined) return;
  const offered = portal.permissions;
  const before = accessOf(known.role, known.permissions, offered);
  await renewViewOnChange(transaction, userId, before, accessOf(user.role, user.permissions, offered), position);
  await withdrawRequests(transaction, context, organizationId, userId, person);
}

async function putMembership(
  transaction: DatabaseTransaction,
  context: PortalContext,
  invitation: InvitationRow,
  accountId: string,
  knownId: string | null,
): Promise<string> {
  const at = context.chance.now();
  const access = {
    role: invitation.role,
    permissions: invitation.permissions,
    status: 'active',
    activated_at: at,
    status_reason: null,
    changed_at: at,
    changed_by: invitation.invited_by,
  } as const;
  const { id } = await transaction
    .insertInto('membership')
    .values({
      id: knownId ?? context.chance.newId(),
      organization_id: invitation.organization_id,
      account_id: accountId,
      created_at: at,
      ...access,
    })
    .onConflict((known) =>
      known.column('id').doUpdateSet((row) => ({ ...access, version: row('membership.version', '+', 1) })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function withdrawRequests(
  transaction: DatabaseTransaction,
  context: PortalContext,
  organizationId: string,
  userId: string,
  person: Decider,
): Promise<void> {
  const waiting = await transaction
    .selectFrom('access_request')
    .select('id')
    .where('membership_id', '=', userId)
    .where('status', '=', 'pending')
    .execute();
  const settled = { status: 'withdrawn', reason: null, changedBy: person.name, at: context.chance.now() } as const;
  for (const { id } of waiting) {
    const entity = await changeAccessRequest(transaction, id, settled);
    await appendChange(transaction, context, organizationId, { kind: 'access-request', entity });
  }
}
