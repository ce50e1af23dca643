/** Lets work on the same organization happen one after the other, whichever account it is done for. */
export interface Turns {
  inTurn<Value>(organizationId: string, work: () => Promise<Value>): Promise<Value>;
}

/**
 * Two accounts on this computer can belong to one organization, whose rows and cursor they share: a first load that two
 * of them fed at once would lose rows.
 */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    inTurn(organizationId, work) {
      const mine = (last.get(organizationId) ?? Promise.resolve()).then(work, work);
      const quiet = mine
        .catch(() => undefined)
        .finally(() => {
          if (last.get(organizationId) === quiet) last.delete(organizationId);
        });
      last.set(organizationId, quiet);
      return mine;
    },
  };
}
