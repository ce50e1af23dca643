import type { Access } from '../../../src-shared/domain/permissions.ts';
import type { InvitationRow } from '../../../src-shared/ipc/people.ts';
import { CellButton } from '../../components/people/cell-button.tsx';
import cells from '../../components/people/cells.module.css';
import { PendingNote, type PendingNoteProps } from '../../components/people/pending-note.tsx';
import { fullName, personColumnHelper, type PersonColumns } from '../../components/people/person-columns.ts';
import { StatusMark } from '../../components/people/status-mark.tsx';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';
import { whyNot, type InvitationAction } from './invitation-rules.ts';
import { statusDetail, statusTexts, statusTones } from './invitation-texts.ts';

/** The columns' widths; below the last figure, in pixels, the table scrolls sideways. */
export const invitationColumnWidths = {
  template: 'minmax(0, 1.4fr) minmax(0, 1fr) 108px minmax(0, 1.5fr) 218px',
  least: 860,
};

export const actionTexts: Readonly<Record<InvitationAction, string>> = {
  'resend-invitation': 'Resend',
  'cancel-invitation': 'Cancel',
};

export interface InvitationColumnsProps extends Pick<PendingNoteProps, 'onUndo' | 'onDismiss'> {
  readonly actor: Access;
  readonly now: Date;
  readonly onAct: (action: InvitationAction, invitation: InvitationRow) => void;
  /** Writes down what the portal's web site shows; null where the portal tells it. */
  readonly onKeep?: ((invitation: InvitationRow) => void) | null;
}

const helper = personColumnHelper<InvitationRow>();

/** Email, Name, Role, Status, Actions. */
export function invitationColumns({
  actor,
  now,
  onAct,
  onUndo,
  onDismiss,
}: InvitationColumnsProps): PersonColumns<InvitationRow> {
  return helper.columns([
    helper.accessor('email', {
      header: 'Email',
      cell: ({ row: { original } }) => <span title={original.email}>{original.email}</span>,
    }),
    helper.display({
      id: 'name',
      header: 'Name',
      cell: ({ row: { original } }) => <span title={fullName(original)}>{fullName(original)}</span>,
    }),
    helper.accessor('role', {
      header: 'Role',
      cell: ({ row: { original } }) => (
        <span title={permissionList(original.permissions)}>{roleTexts[original.role]}</span>
      ),
    }),
    helper.accessor('status', {
      header: 'Status',
      cell: ({ row: { original } }) => {
        const detail = statusDetail(original, now);
        return (
          <div className={cells['stack']}>
            {original.version === 0 ? (
              <StatusMark tone="waiting">Not sent yet</StatusMark>
            ) : (
              <StatusMark tone={statusTones[original.status]}>{statusTexts[original.status]}</StatusMark>
            )}
            {detail !== null && (
              <span className={cells['detail']} title={detail}>
                {detail}
              </span>
            )}
          </div>
        );
      },
    }),
    helper.display({
      id: 'actions',
      header: 'Actions',
      cell: ({ row: { original } }) => {
        if (original.pending.length > 0)
          return <PendingNote pending={original.pending} onUndo={onUndo} onDismiss={onDismiss} />;
        return (['resend-invitation', 'cancel-invitation'] as const).map((action) => (
          <CellButton
            key={action}
            onClick={() => onAct(action, original)}
            whyNot={whyNot(action, original, actor)}
            tone={action === 'cancel-invitation' ? 'danger' : 'plain'}
          >
            {actionTexts[action]}
          </CellButton>
        ));
      },
    }),
  ]);
}
