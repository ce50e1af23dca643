import type { AccessRequestRow, PendingCommand } from '../../../src-shared/ipc/people.ts';
import { decisionTexts, foremost, noteText } from '../../components/people/command-texts.ts';
import cells from '../../components/people/cells.module.css';
import { fullName, personColumnHelper, type PersonColumns } from '../../components/people/person-columns.ts';
import { StatusMark } from '../../components/people/status-mark.tsx';
import { formatRecent } from '../../lib/format.ts';
import { statusTexts, statusTones } from './request-texts.ts';

export const requestColumnWidths = { template: 'minmax(0, 1fr) 138px', least: 320 };

const helper = personColumnHelper<AccessRequestRow>();

/** Who asks, and how far it is: the details stand beside the list. */
export const requestColumns = (now: Date): PersonColumns<AccessRequestRow> =>
  helper.columns([
    helper.display({
      id: 'requester',
      header: 'Requester',
      cell: ({ row: { original } }) => (
        <div className={cells['stack']}>
          <span className={cells['clip']} title={fullName(original)}>
            {fullName(original)}
          </span>
          <span className={cells['detail']} title={original.email}>
            {original.email}
          </span>
        </div>
      ),
    }),
    helper.accessor('status', {
      header: 'Status',
      cell: ({ row: { original } }) => {
        const command = foremost(original.pending);
        const detail = command === null ? formatRecent(original.requestedAt, now) : shortNote(command);
        const whole = command === null ? detail : noteText(command);
        return (
          <div className={cells['stack']}>
            <StatusMark tone={statusTones[original.status]}>{statusTexts[original.status]}</StatusMark>
            <span className={cells['detail']} title={whole}>
              {detail}
            </span>
          </div>
        );
      },
    }),
  ]);

/** The column is narrow, and the details beside the list say the rest. */
const shortNote = (command: PendingCommand): string =>
  command.state === 'waiting' && command.byHand !== true
    ? `${decisionTexts[command.kind]} — waiting`
    : noteText(command);
