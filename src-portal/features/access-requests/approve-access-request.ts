import { ok } from '../../../src-shared/result.ts';
import { accessApprovedLetter } from '../../mail/letters.ts';
import { checkPermission, checkWait, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { changeMembership } from '../users/change-membership.ts';
import { grantedAccess } from '../users/granted-access.ts';
import { tellAccount } from '../users/tell-account.ts';
import { writeToUser } from '../users/write-to-user.ts';
import { changeAccessRequest } from './change-access-request.ts';
import { findSubjectAccessRequest } from './subject-access-request.ts';

/** Lets the requester in with the given role and permissions (C6): request and user both go one version further. */
export const approveAccessRequest: CarryOut<'approve-access-request'> = async (decision, intent) => {
  const granted = grantedAccess(decision.portal, intent.payload);
  if (!granted.ok) return granted;
  const permitted = checkPermission(decision, 'decide-request', undefined, granted.value);
  if (!permitted.ok) return permitted;
  const due = checkWait(decision, 'approvals');
  if (!due.ok) return due;
  const found = await findSubjectAccessRequest(decision, intent.subjectId, 'approved');
  if (!found.ok) return found;

  const { request: before, accountId } = found.value;
  const { transaction, context, actor, at } = decision;
  const user = await changeMembership(decision, before.userId, {
    status: 'active',
    activated_at: at,
    status_reason: null,
    role: granted.value.role,
    permissions: [...granted.value.permissions],
  });
  const settled = { status: 'approved', reason: null, changedBy: actor.name, at } as const;
  const request = await changeAccessRequest(transaction, before.id, settled);
  await writeToUser(decision, user, accessApprovedLetter);
  await tellAccount(transaction, context, accountId);
  return ok(
    await leaveTrace(decision, {
      before,
      subject: { kind: 'access-request', entity: request },
      alsoChanged: [{ kind: 'user', entity: user }],
    }),
  );
};
