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

/** Whether it has come about by somebody else's doing: the subject stands as the decision wanted it. */
export function isDoneAlready({ state, kind, present }: OutboxItem): boolean {
  if (state !== 'refused' || present === undefined || present === null) return false;
  switch (kind) {
    case 'deny-access-request':
    case 'deny-billing-agency':
      return present.status === 'denied';
    case 'cancel-invitation':
      return present.status === 'cancelled';
    case 'revoke-user':
      return present.status === 'revoked';
    case 'restore-user':
      return present.status === 'active';
    case 'make-admin':
      return present.status === 'active' && present.role === 'administrator';
    default:
      return false;
  }
}

/** Whether a refused decision may succeed when it is decided once more, on how the subject stands now. */
export function canDecideAgain(item: OutboxItem): boolean {
  const { state, error, kind, present } = item;
  if (state !== 'refused' || error === null || isDoneAlready(item)) return false;
  const status = present?.status ?? error.currentStatus;
  switch (error.code) {
    case 'version_conflict':
      return present !== null && (status === undefined || possibleIn[kind].includes(status));
    case 'illegal_transition':
    case 'earlier_refused':
    case 'too_early':
      // only what is known now speaks against the refusal
      return present !== undefined && present !== null && possibleIn[kind].includes(present.status);
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
