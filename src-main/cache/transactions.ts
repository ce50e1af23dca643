import type { RightOfWay } from './right-of-way.ts';
import type { Sqlite } from './sqlite.ts';
import { storageFailure } from './storage-failure.ts';

/** Either all of what the work writes is kept, or nothing. A throw undoes it. */
export interface Transactions {
  /** On disk, power failure or not, when this returns: for what a person decided. */
  durable<Answer>(work: () => Answer): Answer;
  /** A power failure may take back the last of these, in whole and in order: for what the portal tells again when asked. */
  repeatable<Answer>(work: () => Answer): Answer;
  /** All that the work reads is of one moment, whatever another thread writes meanwhile. */
  reading<Answer>(work: () => Answer): Answer;
}

/** With a right of way: before the thread that gives way. */
export function transactionsOf(database: Sqlite, rightOfWay: Pick<RightOfWay, 'first'> = none): Transactions {
  const within = <Answer>(synchronous: 'full' | 'normal', work: () => Answer): Answer => {
    if (database.inTransaction) throw new Error('Transactions do not nest');
    database.pragma(`synchronous = ${synchronous}`);
    try {
      return rightOfWay.first(() => database.transaction(work).immediate());
    } catch (error) {
      if (storageFailure(error) !== null) writeOver(database);
      throw error;
    }
  };
  return {
    durable(work) {
      return within('full', work);
    },
    repeatable(work) {
      return within('normal', work);
    },
    reading(work) {
      return database.inTransaction ? work() : database.transaction(work).deferred();
    },
  };
}

const none: Pick<RightOfWay, 'first'> = { first: (work) => work() };

/**
 * SQLite writes a transaction into the log as a whole and then waits for the disk. When the disk fails while it waits, the
 * caller is told that nothing was kept, but the log says the contrary to whoever opens the file next. What is written next
 * takes its place in the log: so something that changes nothing is, at once, without waiting for the disk again.
 */
function writeOver(database: Sqlite): void {
  try {
    const pages = Number(database.pragma('wal_autocheckpoint', { simple: true }));
    const version = Number(database.pragma('user_version', { simple: true }));
    database.pragma('synchronous = off');
    // nothing may be moved out of the log that the disk has not confirmed
    database.pragma('wal_autocheckpoint = 0');
    try {
      database.pragma(`user_version = ${version}`);
    } finally {
      database.pragma(`wal_autocheckpoint = ${pages}`);
      database.pragma('synchronous = full');
    }
  } catch (error) {
    // a disk that takes nothing at all any more; the caller hears of the first failure
    if (storageFailure(error) === null) throw error;
  }
}
