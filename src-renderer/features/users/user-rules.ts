import { mayAct, type Access, type PeopleAction } from '../../../src-shared/domain/permissions.ts';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import { underWay } from '../../components/people/command-texts.ts';

/** What can be decided about a user (C12), and its way back. */
export type UserAction = 'edit-role-and-permissions' | 'make-admin' | 'revoke-user' | 'restore-user';

/** What decides, besides the user, whether an action is possible. */
export interface Situation {
  /** Who acts. */
  readonly actor: Access;
  /** Active administrators of the organization; null until known. */
  readonly administrators: number | null;
}

const peopleActions: Readonly<Record<UserAction, PeopleAction>> = {
  'edit-role-and-permissions': 'edit-access',
  'make-admin': 'make-administrator',
  'revoke-user': 'revoke',
  'restore-user': 'restore',
};

/** Nobody takes away the last administrator's seat, their own included. */
export const isLastAdministrator = (user: UserRow, { administrators }: Situation): boolean =>
  user.role === 'administrator' && user.status === 'active' && administrators !== null && administrators <= 1;

/** Why this cannot be decided about this user now, as a sentence; null when it can. The portal has the last word. */
export function whyNot(action: UserAction, user: UserRow, situation: Situation): string | null {
  if (underWay(user.pending).length > 0)
    return 'A decision about this person is on its way. Undo it, or wait for its result.';
  if (user.status === 'pending') return 'This person waits for access. Decide it under Access Requests.';
  return (
    whyNotByStatus(action, user) ?? whyNotByPermission(action, user, situation) ?? whyNotBySeat(action, user, situation)
  );
}

function whyNotByStatus(action: UserAction, user: UserRow): string | null {
  if (action === 'restore-user') return user.status === 'revoked' ? null : 'This person is not revoked.';
  if (user.status === 'revoked') return 'This person is revoked. Restore them first.';
  return action === 'make-admin' && user.role === 'administrator' ? 'This person is an administrator already.' : null;
}

function whyNotByPermission(action: UserAction, user: UserRow, { actor }: Situation): string | null {
  const subject: Access = { role: user.role, permissions: user.permissions };
  if (!mayAct(actor, 'view')) return 'You need the permission “Manage users” for this.';
  if (!mayAct(actor, peopleActions[action], subject)) {
    return action === 'make-admin'
      ? 'Only an administrator can make somebody an administrator.'
      : 'Only an administrator can change an administrator.';
  }
  const keepsManaging = action === 'edit-role-and-permissions' && !mayAct(actor, 'edit-access', subject, subject);
  return keepsManaging ? 'Only an administrator can change somebody who manages users.' : null;
}

const whyNotBySeat = (action: UserAction, user: UserRow, situation: Situation): string | null =>
  action === 'revoke-user' && isLastAdministrator(user, situation)
    ? 'This is the last administrator, and somebody has to be. Make somebody else an administrator first.'
    : null;
