import type { Sqlite } from './sqlite.ts';

/** Either all of what the work writes is kept, or nothing. A throw undoes it. */
export interface Transactions {
  /** On disk, power failure or not, when this returns: for what a person decided. */
  durable<Answer>(work: () => Answer): Answer;
  /** A power failure may take back the last of these, in whole and in order: for what the portal tells again when asked. */
  repeatable<Answer>(work: () => Answer): Answer;
}

export function transactionsOf(database: Sqlite): Transactions {
  const within = <Answer>(synchronous: 'full' | 'normal', work: () => Answer): Answer => {
    if (database.inTransaction) throw new Error('Transactions do not nest');
    database.pragma(`synchronous = ${synchronous}`);
    return database.transaction(work).immediate();
  };
  return {
    durable(work) {
      return within('full', work);
    },
    repeatable(work) {
      return within('normal', work);
    },
  };
}
