import type { Schedule } from '../../schedule.ts';

export interface Deadline {
  readonly signal: AbortSignal;
  /** Starts the time anew. */
  extend(): void;
  /** To be called when the work has ended, however it did. */
  release(): void;
}

/**
 * A signal that aborts after `timeoutMs`, or when `outer` does. Made by hand: `AbortSignal.any` keeps every signal that
 * was ever derived from a long-lived one.
 */
export function createDeadline(schedule: Schedule, timeoutMs: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  if (outer?.aborted === true) abort();
  outer?.addEventListener('abort', abort);
  let cancel = schedule(timeoutMs, abort);
  return {
    signal: controller.signal,
    extend() {
      cancel();
      cancel = schedule(timeoutMs, abort);
    },
    release() {
      cancel();
      outer?.removeEventListener('abort', abort);
    },
  };
}
