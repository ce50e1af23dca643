import type { Statements } from '../sqlite.ts';
import { dependantFinder } from './dependants.ts';
import type { OutboxRow } from './outbox-row.ts';

/** Removes a command that was never sent, and keeps what was decided after it sendable. */
export type TakeBack = (row: OutboxRow) => void;

/**
 * Commands on the same subject that were decided after it counted on its effect: each of them carries the version that
 * the one before would have left. Without it they count from one version less. None of them can have been sent: an
 * organization's commands leave in order. Whatever began with the command, as an invitation does, takes everything with it
 * that was decided about it.
 */
export function taker(statements: Statements): TakeBack {
  const dependants = dependantFinder(statements);
  const remove = statements('delete from outbox where id = :id');
  const shift = statements('update outbox set base_version = base_version - 1 where id = :id');
  return (row) => {
    for (const { id } of dependants(row)) (row.base_version === 0 ? remove : shift).run({ id });
    remove.run({ id: row.id });
  };
}
