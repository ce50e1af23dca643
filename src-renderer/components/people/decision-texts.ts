import type { Intent } from '../../../src-shared/domain/command.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { assertNever } from '../../../src-shared/result.ts';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';

/** What was decided, in the portal's words: `Revoke User`. */
export function decisionTitle(kind: Intent['kind'], labels: PortalLabels): string {
  switch (kind) {
    case 'invite-user':
      return labels.inviteNewUser;
    case 'resend-invitation':
      return 'Resend invitation';
    case 'cancel-invitation':
      return 'Cancel invitation';
    case 'approve-access-request':
      return 'Approve access request';
    case 'deny-access-request':
      return 'Deny access request';
    case 'make-admin':
      return labels.makeAdmin;
    case 'revoke-user':
      return labels.revokeUser;
    case 'restore-user':
      return labels.restoreUser;
    case 'edit-role-and-permissions':
      return labels.editRoleAndPermissions;
    case 'add-billing-agency':
      return 'Add billing agency';
    case 'deny-billing-agency':
      return 'Deny access';
    default:
      return assertNever(kind);
  }
}

/** With what: role and permissions, or the reason; null where the title says it all. */
export function decisionDetail(intent: Intent): string | null {
  switch (intent.kind) {
    case 'invite-user':
    case 'approve-access-request':
    case 'edit-role-and-permissions': {
      const { role, permissions } = intent.payload;
      return role === 'administrator' ? roleTexts[role] : `${roleTexts[role]}: ${permissionList(permissions)}`;
    }
    case 'deny-access-request':
      return `Reason: ${intent.payload.reason}`;
    case 'revoke-user':
    case 'deny-billing-agency':
      return intent.payload.reason === null ? null : `Reason: ${intent.payload.reason}`;
    default:
      return null;
  }
}
