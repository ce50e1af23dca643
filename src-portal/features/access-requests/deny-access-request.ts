import { ok } from '../../../src-shared/result.ts';
import { accessDeniedLetter } from '../../mail/letters.ts';
import { checkPermission, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { writeMembership } from '../users/change-membership.ts';
import { tellAccount } from '../users/tell-account.ts';
import { writeToUser } from '../users/write-to-user.ts';
import { changeAccessRequest } from './change-access-request.ts';
import { findSubjectAccessRequest } from './subject-access-request.ts';

/** Turns the requester down, with words for them. The pending user leaves the user table. */
export const denyAccessRequest: CarryOut<'deny-access-request'> = async (decision, intent) => {
  const permitted = checkPermission(decision, 'decide-request');
  if (!permitted.ok) return permitted;
  const found = await findSubjectAccessRequest(decision, intent.subjectId, 'denied');
  if (!found.ok) return found;

  const { request: before, accountId } = found.value;
  const { reason } = intent.payload;
  const { transaction, context, actor, at } = decision;
  await writeMembership(decision, before.userId, { status: 'denied', status_reason: reason });
  const settled = { status: 'denied', reason, changedBy: actor.name, at } as const;
  const request = await changeAccessRequest(transaction, before.id, settled);
  await writeToUser(decision, request, (news) => accessDeniedLetter({ ...news, reason }));
  await tellAccount(transaction, context, accountId);
  return ok(
    await leaveTrace(decision, {
      before,
      subject: { kind: 'access-request', entity: request },
      removed: { kind: 'user', id: before.userId },
    }),
  );
};
