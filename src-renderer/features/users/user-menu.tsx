import { Menu } from '@mantine/core';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import { MenuAction } from '../../components/people/menu-action.tsx';
import { PendingActions } from '../../components/people/pending-actions.tsx';
import { actionLabel } from './user-intents.ts';
import type { UserColumnsProps } from './user-columns.tsx';
import { whyNot, type UserAction } from './user-rules.ts';

export interface UserMenuProps extends UserColumnsProps {
  readonly user: UserRow;
}

/** Everything that can be decided about a user, and what can be done with decisions that wait or were refused. */
export function UserMenu({ user, labels, situation, onAct, onKeep = null, onUndo, onDismiss }: UserMenuProps) {
  const actions: readonly UserAction[] = [
    'edit-role-and-permissions',
    ...(user.status === 'revoked' ? (['restore-user'] as const) : (['make-admin', 'revoke-user'] as const)),
  ];
  return (
    <>
      {actions.map((action) => (
        <MenuAction
          key={action}
          label={actionLabel(action, labels)}
          tone={action === 'revoke-user' ? 'danger' : 'plain'}
          whyNot={whyNot(action, user, situation)}
          onClick={() => onAct(action, user)}
        />
      ))}
      {onKeep !== null && <MenuAction label="Edit by hand" onClick={() => onKeep(user)} />}
      {user.pending.length > 0 && <Menu.Divider />}
      <PendingActions pending={user.pending} onUndo={onUndo} onDismiss={onDismiss} />
    </>
  );
}
