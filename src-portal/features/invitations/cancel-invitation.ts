import { invitationTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import { ok } from '../../../src-shared/result.ts';
import { illegalTransition, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { changeInvitation } from './change-invitation.ts';
import { toInvitation } from './read-invitation.ts';
import { findSubjectInvitation } from './subject-invitation.ts';

/** Takes an invitation back. Its link stays known, but tells no more than that it was cancelled. */
export const cancelInvitation: CarryOut<'cancel-invitation'> = async (decision, intent) => {
  const found = await findSubjectInvitation(decision, intent.subjectId);
  if (!found.ok) return found;
  const before = toInvitation(found.value);
  if (!isLegal(invitationTransitions, before.status, 'cancelled')) return illegalTransition(before);
  const { transaction, actor, at } = decision;
  const invitation = await changeInvitation(transaction, found.value, { status: 'cancelled' }, actor, at);
  return ok(await leaveTrace(decision, { before, subject: { kind: 'invitation', entity: invitation } }));
};
