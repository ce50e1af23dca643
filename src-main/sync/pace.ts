/** How many rows one transaction writes, so that the main process stays responsive on this computer as it is now. */
export interface Pace {
  /** For the next transaction. */
  rows(): number;
  /** Does the work, which writes that many rows, and learns from how long it took. */
  timed<Answer>(work: () => Answer): Answer;
}

/** Few enough at first for any computer. */
export const firstRows = 100;
export const leastRows = 40;
export const mostRows = 250;

/** What a transaction may take; a frame of the screen is 16. */
const aimMs = 4;
const tooLongMs = 6;

/**
 * Small steps down and smaller ones up: one transaction that was held up by something else says little. A clock that
 * stands still or goes back says nothing.
 */
export function createPace(now: () => Date): Pace {
  let rows = firstRows;
  return {
    rows: () => Math.round(rows),
    timed(work) {
      const startedMs = now().getTime();
      const answer = work();
      const spentMs = now().getTime() - startedMs;
      if (spentMs > tooLongMs) rows = Math.max(leastRows, rows * 0.75);
      else if (spentMs > 0 && spentMs < aimMs) rows = Math.min(mostRows, rows * 1.1);
      return answer;
    },
  };
}
