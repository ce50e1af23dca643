import type { Statements } from '../sqlite.ts';
import type { OutboxRow } from './outbox-row.ts';

/** The unsent commands that were decided as if this one had taken effect. */
export type FindDependants = (row: OutboxRow) => OutboxRow[];

/**
 * Each command carries the version that the one before it on the same subject would have left. The chain ends where a
 * command counts from elsewhere, because the feed had brought a newer version by then; about what the portal does not
 * know yet, such as a new invitation, every later command is one.
 */
export function dependantFinder(statements: Statements): FindDependants {
  const later = statements<OutboxRow>(
    `select * from outbox where organization_id = :organization and subject_id = :subject and sequence > :sequence
       and state = 'waiting' and may_have_been_sent = 0 order by sequence`,
  );
  return (row) => {
    const found: OutboxRow[] = [];
    const about = { organization: row.organization_id, subject: row.subject_id, sequence: row.sequence };
    for (const candidate of later.all(about)) {
      const expected = row.base_version + 1 + found.length;
      if (row.base_version !== 0 && candidate.base_version !== expected) break;
      found.push(candidate);
    }
    return found;
  };
}
