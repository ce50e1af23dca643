import type { Statements } from '../sqlite.ts';
import type { OutboxRow } from './outbox-row.ts';

/** Removes a command that was never sent, and keeps what was decided after it sendable. */
export type TakeBack = (row: OutboxRow) => void;

/**
 * Commands on the same subject that were decided after it counted on its effect: each of them carries the version that
 * the one before would have left. Without it they count from one version less. The chain ends where a command counts
 * from elsewhere, because the feed had brought a newer version by then. None of them can have been sent: an organization's
 * commands leave in order. An invitation that is taken back takes everything with it that was decided about it.
 */
export function taker(statements: Statements): TakeBack {
  const remove = statements('delete from outbox where id = :id');
  const later = statements<OutboxRow>(
    `select * from outbox where organization_id = :organization and subject_id = :subject and sequence > :sequence
       and state <> 'refused' order by sequence`,
  );
  const removeLater = statements(
    `delete from outbox where organization_id = :organization and subject_id = :subject and sequence > :sequence
       and may_have_been_sent = 0`,
  );
  const shift = statements('update outbox set base_version = base_version - 1 where id = :id');
  return (row) => {
    const subject = { organization: row.organization_id, subject: row.subject_id, sequence: row.sequence };
    remove.run({ id: row.id });
    if (row.kind === 'invite-user') {
      removeLater.run(subject);
      return;
    }
    let left = row.base_version + 1;
    for (const { id, base_version: base } of later.all(subject)) {
      if (base !== left) return;
      shift.run({ id });
      left += 1;
    }
  };
}
