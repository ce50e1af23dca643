import { invitationLifeMs, type Invitation } from '../../../src-shared/domain/invitation.ts';
import { issueLinkToken } from '../../identity/link-token.ts';
import { invitationLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import type { Decision } from '../commands/decision.ts';
import { invitationLink } from './invitation-link.ts';

/** Queues the invitation's email with a new link; what becomes of it is told by `recordInvitationDelivery`. */
export async function sendInvitation(decision: Decision, invitation: Invitation): Promise<void> {
  const { transaction, context, portal, organizationName, actor } = decision;
  const subject = { purpose: 'accept-invitation', invitationId: invitation.id } as const;
  const token = await issueLinkToken(transaction, context.chance, subject, invitationLifeMs);
  const letter = invitationLetter({
    portal,
    firstName: invitation.firstName,
    organizationName,
    invitedBy: actor.name,
    link: invitationLink(context.settings.publicUrl, portal.id, token),
    lifeDays: invitationLifeMs / (24 * 60 * 60_000),
  });
  const followUp = { kind: 'invitation', invitationId: invitation.id } as const;
  await queueEmail(transaction, context, { to: invitation.email, letter, followUp });
}
