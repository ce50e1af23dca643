import { mayAct, type Access } from '../../../src-shared/domain/permissions.ts';
import { invitationTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import type { InvitationRow } from '../../../src-shared/ipc/people.ts';
import { underWay } from '../../components/people/command-texts.ts';

export type InvitationAction = 'resend-invitation' | 'cancel-invitation';

/** Why this cannot be done with the invitation now, as a sentence; null when it can. The portal has the last word. */
export function whyNot(action: InvitationAction, invitation: InvitationRow, actor: Access): string | null {
  if (underWay(invitation.pending).length > 0)
    return 'A decision about this invitation is on its way. Undo it, or wait for its result.';
  if (invitation.version === 0) return 'The portal does not know this invitation.';
  const to = action === 'resend-invitation' ? 'sending' : 'cancelled';
  if (!isLegal(invitationTransitions, invitation.status, to)) return whyFinal(invitation);
  const access: Access = { role: invitation.role, permissions: invitation.permissions };
  if (!mayAct(actor, 'invite')) return 'You need the permission “Manage users” for this.';
  return mayAct(actor, 'invite', access, access) ? null : 'Only an administrator can change this invitation.';
}

function whyFinal({ status }: InvitationRow): string {
  switch (status) {
    case 'accepted':
      return 'This invitation was accepted.';
    case 'cancelled':
      return 'This invitation was cancelled. Invite the person again.';
    default:
      return 'The email is on its way.';
  }
}
