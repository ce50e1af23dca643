import type { CommandKind } from '../../../src-shared/domain/command.ts';
import { subjectKindOf } from '../../../src-shared/domain/command.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';

/** The statuses of its subject in which a decision can be carried out. */
const possibleIn: Readonly<Record<CommandKind, readonly string[]>> = {
  'invite-user': [],
  'resend-invitation': ['sent', 'failed', 'expired'],
  'cancel-invitation': ['sending', 'sent', 'failed', 'expired'],
  'approve-access-request': ['pending'],
  'deny-access-request': ['pending'],
  'make-admin': ['active'],
  'revoke-user': ['active'],
  'restore-user': ['revoked'],
  'edit-role-and-permissions': ['active'],
  'add-billing-agency': ['denied'],
  'deny-billing-agency': ['pending', 'active'],
};

/** Whether a refused decision may succeed when it is decided once more, on what the portal knows now. */
export function canDecideAgain({ state, error, kind }: OutboxItem): boolean {
  if (state !== 'refused' || error === null) return false;
  switch (error.code) {
    case 'version_conflict':
      return error.currentStatus === undefined || possibleIn[kind].includes(error.currentStatus);
    case 'last_administrator':
    case 'command_id_reused':
    case 'rate_limited':
    case 'portal_error':
    case 'internal':
      return true;
    default:
      return false;
  }
}

/** Where the subject of a decision is looked at. */
export function screenOf(kind: CommandKind): {
  readonly screen: 'users' | 'invitations' | 'access-requests' | 'organization';
  readonly label: string;
} {
  switch (subjectKindOf[kind]) {
    case 'user':
      return { screen: 'users', label: 'Show users' };
    case 'invitation':
      return { screen: 'invitations', label: 'Show invitations' };
    case 'billing-agency':
      return { screen: 'organization', label: 'Show organization' };
    default:
      return { screen: 'access-requests', label: 'Show access requests' };
  }
}
