import type { UserRow } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import type { UserStatus } from '../../../src-shared/domain/statuses.ts';
import { CellButton } from '../../components/people/cell-button.tsx';
import cells from '../../components/people/cells.module.css';
import { fullName, personColumnHelper, type PersonColumns } from '../../components/people/person-columns.ts';
import { PendingNote, type PendingNoteProps } from '../../components/people/pending-note.tsx';
import { StatusMark } from '../../components/people/status-mark.tsx';
import type { StatusTone } from '../../components/status-badge.tsx';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';
import { actionLabel } from './user-intents.ts';
import { whyNot, type Situation, type UserAction } from './user-rules.ts';

export const statusTexts: Readonly<Record<UserStatus, string>> = {
  active: 'Active',
  pending: 'Pending',
  revoked: 'Revoked',
};
const statusTones: Readonly<Record<UserStatus, StatusTone>> = { active: 'good', pending: 'attention', revoked: 'bad' };

/** The columns' widths; below the last figure, in pixels, the table scrolls sideways. */
export const userColumnWidths = {
  template: 'minmax(0, 1.57fr) minmax(0, 1fr) 104px minmax(170px, 1fr) 92px 214px',
  least: 900,
};

export interface UserColumnsProps extends Pick<PendingNoteProps, 'onUndo' | 'onDismiss'> {
  readonly labels: PortalLabels;
  readonly situation: Situation;
  readonly onAct: (action: UserAction, user: UserRow) => void;
  /** Writes down what the portal's web site shows; null where the portal tells it. */
  readonly onKeep?: ((user: UserRow) => void) | null;
}

const helper = personColumnHelper<UserRow>();

/** Email, Name, Role, Permissions, Status, Actions (C13). */
export function userColumns({ labels, situation, onAct, onUndo, onDismiss }: UserColumnsProps): PersonColumns<UserRow> {
  const act = (action: UserAction, user: UserRow) => (
    <CellButton
      onClick={() => onAct(action, user)}
      whyNot={whyNot(action, user, situation)}
      tone={action === 'revoke-user' ? 'danger' : 'plain'}
    >
      {actionLabel(action, labels)}
    </CellButton>
  );
  return helper.columns([
    helper.accessor('email', {
      header: 'Email',
      meta: { sort: 'email' },
      cell: ({ row: { original: user } }) => <span title={user.email}>{user.email}</span>,
    }),
    helper.display({
      id: 'name',
      header: 'Name',
      meta: { sort: 'name' },
      cell: ({ row: { original: user } }) => <span title={fullName(user)}>{fullName(user)}</span>,
    }),
    helper.accessor('role', {
      header: 'Role',
      meta: { sort: 'role' },
      cell: ({ row: { original: user } }) => roleTexts[user.role],
    }),
    helper.display({
      id: 'permissions',
      header: 'Permissions',
      cell: ({ row: { original: user } }) => {
        const held = user.role === 'administrator' ? 'All permissions' : permissionList(user.permissions);
        return (
          <div className={cells['stack']}>
            <span className={cells['clip']} title={held}>
              {held}
            </span>
            {act('edit-role-and-permissions', user)}
          </div>
        );
      },
    }),
    helper.accessor('status', {
      header: 'Status',
      meta: { sort: 'status' },
      cell: ({ row: { original: user } }) => (
        <StatusMark tone={statusTones[user.status]}>{statusTexts[user.status]}</StatusMark>
      ),
    }),
    helper.display({
      id: 'actions',
      header: 'Actions',
      cell: ({ row: { original: user } }) => {
        if (user.pending.length > 0)
          return <PendingNote pending={user.pending} onUndo={onUndo} onDismiss={onDismiss} />;
        if (user.status === 'revoked') return act('restore-user', user);
        return (
          <>
            {act('make-admin', user)}
            {act('revoke-user', user)}
          </>
        );
      },
    }),
  ]);
}
