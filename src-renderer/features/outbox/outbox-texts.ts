import type { Intent } from '../../../src-shared/domain/command.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { assertNever } from '../../../src-shared/result.ts';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';
import { formatMoment } from '../../lib/format.ts';

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
      return intent.payload.reason === null ? null : `Reason: ${intent.payload.reason}`;
    default:
      return null;
  }
}

const statusWord = (status: string): string => status.replaceAll('-', ' ');

/** What happened between the decision and its arrival, by whom and when; null where nothing is known. */
export function meanwhileText({ error, subjectName }: OutboxItem): string | null {
  if (error?.changedAt === undefined && error?.currentStatus === undefined) return null;
  const by = error.changedBy ?? 'The portal';
  const at = error.changedAt === undefined || error.changedAt === null ? '' : ` on ${formatMoment(error.changedAt)}`;
  const now = error.currentStatus === undefined ? '' : ` The status is now ${statusWord(error.currentStatus)}.`;
  return `${by} changed ${subjectName}${at}.${now}`;
}

/** Why the portal refused, where the general sentence lacks what is possible next. */
export function adviceText({ error }: OutboxItem, again: boolean): string {
  switch (error?.code) {
    case 'version_conflict':
      return again
        ? 'Look at what changed. If your decision still stands, decide again.'
        : 'Your decision no longer applies.';
    case 'illegal_transition':
      return 'Your decision no longer applies. Dismiss it, or look at what is possible now.';
    case 'last_administrator':
      return 'Once that is done, decide again.';
    case 'already_a_user':
      return 'Look for the person among the users. They may be revoked: then restore them.';
    case 'already_invited':
      return 'Look for the open invitation. You can resend it.';
    case 'not_permitted':
      return 'Your own access may have changed. Ask an administrator of this Provider ID.';
    case 'not_found':
      return 'Nothing is left to decide.';
    default:
      return again ? 'You can decide again.' : 'Dismiss it once you have taken note.';
  }
}
