/** Memory that two threads see: how many transactions the first one is about to make. */
export type SharedRightOfWay = SharedArrayBuffer;

/**
 * Whoever decides something goes before whoever loads: SQLite lets one of them write at a time, and leaves it to chance
 * which. One thread says when it writes, the other lets it pass between two transactions.
 */
export interface RightOfWay {
  readonly shared: SharedRightOfWay;
  /** Does the work, which writes, as soon as the other thread has ended its transaction. */
  first<Answer>(work: () => Answer): Answer;
}

export function newRightOfWay(): RightOfWay {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const writing = new Int32Array(shared);
  return {
    shared,
    first(work) {
      Atomics.add(writing, 0, 1);
      try {
        return work();
      } finally {
        Atomics.sub(writing, 0, 1);
        Atomics.notify(writing, 0);
      }
    },
  };
}

/** Holds this thread while the other one writes. */
export function giveWay(shared: SharedRightOfWay): void {
  const writing = new Int32Array(shared);
  for (let others = Atomics.load(writing, 0); others > 0; others = Atomics.load(writing, 0)) {
    Atomics.wait(writing, 0, others);
  }
}
