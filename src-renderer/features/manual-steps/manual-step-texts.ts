import type { Intent } from '../../../src-shared/domain/command.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { ManualStep } from '../../../src-shared/ipc/guided.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { CopyValue } from '../../components/guided/copy-list.tsx';
import { decisionTitle } from '../../components/people/decision-texts.ts';
import { linkedAccountStatusTexts } from '../../lib/linked-account-texts.ts';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';

/** What to do there, in one sentence. */
export function whatToDo(kind: Intent['kind'], labels: PortalLabels): string {
  switch (kind) {
    case 'invite-user':
      return 'Invite this person, or have them registered, with the role and permissions below.';
    case 'resend-invitation':
      return 'Find the person’s invitation and send it once more.';
    case 'cancel-invitation':
      return 'Find the person’s invitation and take it back.';
    case 'approve-access-request':
      return 'Find the person’s request and approve it with the role and permissions below.';
    case 'deny-access-request':
      return 'Find the person’s request and turn it down.';
    case 'make-admin':
      return 'Find the person among the users and make them an administrator.';
    case 'revoke-user':
      return `Find the person among the users and take their access away (${labels.revokeUser}).`;
    case 'restore-user':
      return 'Find the person among the users and give their access back.';
    case 'edit-role-and-permissions':
      return 'Find the person among the users and set the role and permissions below.';
    case 'add-billing-agency':
      return 'Find the billing agency and add it to the organization.';
    case 'deny-billing-agency':
      return 'Find the billing agency among those of the organization and deny its access.';
    default:
      return assertNever(kind);
  }
}

/** What is copied into the portal's page. */
export function stepCopies({ item: { intent }, email, firstName, lastName, agency }: ManualStep): CopyValue[] {
  const person = [
    { label: 'Email', value: email },
    { label: 'First Name', value: firstName },
    { label: 'Last Name', value: lastName },
  ];
  const named = [
    { label: 'Billing agency', value: agency?.name ?? '' },
    { label: 'City', value: agency?.city ?? '' },
    { label: 'State', value: agency?.state ?? '' },
  ];
  return [...person, ...named, ...details(intent)].filter(({ value }) => value !== '');
}

function details(intent: Intent): CopyValue[] {
  if ('role' in intent.payload) {
    const { role, permissions } = intent.payload;
    return [
      { label: 'Role', value: roleTexts[role] },
      { label: 'Permissions', value: role === 'administrator' ? 'All permissions' : permissionList(permissions) },
    ];
  }
  return 'reason' in intent.payload ? [{ label: 'Reason', value: intent.payload.reason ?? '' }] : [];
}

/** What a record is about, in the portal's words. */
export function recordTitle({ what, status }: GuidedRecord, labels: PortalLabels): string {
  switch (what) {
    case 'registration':
      return 'Registration';
    case 'account-kept':
      return 'Account kept';
    case 'link-account':
      return labels.linkAccount;
    case 'linked-status':
      return `Status: ${status === undefined ? 'recorded' : linkedAccountStatusTexts[status]}`;
    case 'sign-in':
      return 'Sign-in there';
    case 'deadline-met':
      return 'Deadline met';
    case 'note':
      return 'Note';
    default:
      return decisionTitle(what, labels);
  }
}
