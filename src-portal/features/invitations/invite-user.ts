import { invitationLifeMs } from '../../../src-shared/domain/invitation.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import {
  checkPermission,
  checkWait,
  leaveTrace,
  versionConflict,
  type CarryOut,
  type Decision,
} from '../commands/decision.ts';
import { grantedAccess } from '../users/granted-access.ts';
import { checkInvitable } from './check-invitable.ts';
import { readInvitation, toInvitation } from './read-invitation.ts';
import { sendInvitation } from './send-invitation.ts';

/** Invite New User (C10): keeps the invitation and queues its email; the delivery's result follows in the feed. */
export const inviteUser: CarryOut<'invite-user'> = async (decision, intent) => {
  const granted = grantedAccess(decision.portal, intent.payload);
  if (!granted.ok) return granted;
  const permitted = checkPermission(decision, 'invite', undefined, granted.value);
  if (!permitted.ok) return permitted;
  const due = checkWait(decision, 'approvals');
  if (!due.ok) return due;
  const fresh = await checkNew(decision, intent.subjectId);
  if (!fresh.ok) return fresh;
  const invitable = await checkInvitable(decision, intent.payload.email, intent.subjectId);
  if (!invitable.ok) return invitable;

  const { transaction, organizationId, actor, at } = decision;
  await transaction
    .insertInto('invitation')
    .values({
      id: intent.subjectId,
      organization_id: organizationId,
      email: intent.payload.email,
      first_name: intent.payload.firstName,
      last_name: intent.payload.lastName,
      role: granted.value.role,
      permissions: [...granted.value.permissions],
      status: 'sending',
      failure: null,
      failure_detail: null,
      invited_by: actor.name,
      decided_by: actor.accountId,
      created_at: at,
      expires_at: new Date(at.getTime() + invitationLifeMs),
      changed_at: at,
      changed_by: actor.name,
    })
    .execute();
  const invitation = await readInvitation(transaction, intent.subjectId);
  await sendInvitation(decision, invitation);
  return ok(await leaveTrace(decision, { before: null, subject: { kind: 'invitation', entity: invitation } }));
};

/** The subject of an invitation does not exist yet: version 0, and an id that nobody else has taken. */
async function checkNew(decision: Decision, invitationId: string): Promise<Result<null>> {
  const taken = await decision.transaction
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', invitationId)
    .executeTakeFirst();
  if (taken?.organization_id === decision.organizationId) return versionConflict(toInvitation(taken));
  if (taken !== undefined) return fail(invalidInput([{ path: 'subjectId', code: 'duplicate' }]));
  if (decision.command.baseVersion !== 0) return fail(invalidInput([{ path: 'baseVersion', code: 'invalid_format' }]));
  return ok(null);
}
