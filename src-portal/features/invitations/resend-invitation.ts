import { invitationLifeMs } from '../../../src-shared/domain/invitation.ts';
import { invitationTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import { ok } from '../../../src-shared/result.ts';
import { withdrawLinkTokens } from '../../identity/link-token.ts';
import { illegalTransition, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { changeInvitation } from './change-invitation.ts';
import { checkInvitable } from './check-invitable.ts';
import { toInvitation } from './read-invitation.ts';
import { sendInvitation } from './send-invitation.ts';
import { findSubjectInvitation } from './subject-invitation.ts';

/** Sends a new link, good for seven days from now; the earlier one no longer serves. */
export const resendInvitation: CarryOut<'resend-invitation'> = async (decision, intent) => {
  const found = await findSubjectInvitation(decision, intent.subjectId);
  if (!found.ok) return found;
  const before = toInvitation(found.value);
  if (!isLegal(invitationTransitions, before.status, 'sending')) return illegalTransition(before);
  const invitable = await checkInvitable(decision, before.email, before.id);
  if (!invitable.ok) return invitable;

  const { transaction, actor, at } = decision;
  await withdrawLinkTokens(transaction, { purpose: 'accept-invitation', invitationId: before.id });
  const invitation = await changeInvitation(
    transaction,
    found.value,
    { status: 'sending', failure: null, failure_detail: null, expires_at: new Date(at.getTime() + invitationLifeMs) },
    actor,
    at,
  );
  await sendInvitation(decision, invitation);
  return ok(await leaveTrace(decision, { before, subject: { kind: 'invitation', entity: invitation } }));
};
