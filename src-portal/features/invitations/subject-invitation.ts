import type { Selectable } from 'kysely';
import { accessOf } from '../../../src-shared/domain/permissions.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Schema } from '../../database/schema.ts';
import { checkPermission, type Decision } from '../commands/decision.ts';
import { checkInvitationVersion } from './invitation-conflict.ts';

/**
 * The invitation that a command is about, once it is clear that the actor may invite to what it offers and knew what
 * others had decided. `not_found` when the decision's organization has none of this id.
 */
export async function findSubjectInvitation(
  decision: Decision,
  invitationId: string,
): Promise<Result<Selectable<Schema['invitation']>>> {
  const row = await decision.transaction
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', invitationId)
    .where('organization_id', '=', decision.organizationId)
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'not_found' });
  const offered = accessOf(row.role, row.permissions, decision.portal.permissions);
  const permitted = checkPermission(decision, 'invite', undefined, offered);
  if (!permitted.ok) return permitted;
  const current = checkInvitationVersion(decision, row);
  return current.ok ? ok(row) : current;
}
