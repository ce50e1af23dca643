import type { Intent } from '../../../src-shared/domain/command.ts';
import { assertNever, type Result } from '../../../src-shared/result.ts';
import { approveAccessRequest } from '../access-requests/approve-access-request.ts';
import { denyAccessRequest } from '../access-requests/deny-access-request.ts';
import { addBillingAgency } from '../billing-agencies/add-billing-agency.ts';
import { denyBillingAgency } from '../billing-agencies/deny-billing-agency.ts';
import { cancelInvitation } from '../invitations/cancel-invitation.ts';
import { inviteUser } from '../invitations/invite-user.ts';
import { resendInvitation } from '../invitations/resend-invitation.ts';
import { editRoleAndPermissions, makeAdmin } from '../users/change-access.ts';
import { restoreUser } from '../users/restore-user.ts';
import { revokeUser } from '../users/revoke-user.ts';
import type { Decision, Effect } from './decision.ts';

/** Applies the intent, or answers why not and leaves everything as it was. */
export function carryOut(decision: Decision, intent: Intent): Promise<Result<Effect>> {
  switch (intent.kind) {
    case 'invite-user':
      return inviteUser(decision, intent);
    case 'resend-invitation':
      return resendInvitation(decision, intent);
    case 'cancel-invitation':
      return cancelInvitation(decision, intent);
    case 'approve-access-request':
      return approveAccessRequest(decision, intent);
    case 'deny-access-request':
      return denyAccessRequest(decision, intent);
    case 'make-admin':
      return makeAdmin(decision, intent);
    case 'revoke-user':
      return revokeUser(decision, intent);
    case 'restore-user':
      return restoreUser(decision, intent);
    case 'edit-role-and-permissions':
      return editRoleAndPermissions(decision, intent);
    case 'add-billing-agency':
      return addBillingAgency(decision, intent);
    case 'deny-billing-agency':
      return denyBillingAgency(decision, intent);
    default:
      return assertNever(intent);
  }
}
