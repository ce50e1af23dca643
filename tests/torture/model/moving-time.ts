import type { Schedule } from '../../../src-main/schedule.ts';

const startMs = Date.parse('2026-03-02T08:00:00.000Z');

/** Time as the portal has it, the computer's clock, which somebody may set, and timers, which do not look at it. */
export class MovingTime {
  #elapsedMs = 0;
  #setForwardMs = 0;
  readonly #timers = new Map<object, { at: number; run: () => void }>();

  portalNow = (): Date => new Date(startMs + this.#elapsedMs);
  deskNow = (): Date => new Date(startMs + this.#elapsedMs + this.#setForwardMs);

  schedule: Schedule = (delayMs, run) => {
    const key = {};
    this.#timers.set(key, { at: this.#elapsedMs + delayMs, run });
    return () => this.#timers.delete(key);
  };

  setClock(byMs: number): void {
    this.#setForwardMs = byMs;
  }

  /** Timers end with their process. */
  forgetTimers(): void {
    this.#timers.clear();
  }

  /** Runs what comes due, in order, and lets everything that follows from it come to rest. */
  async pass(ms: number, settle: () => Promise<void>): Promise<void> {
    const until = this.#elapsedMs + ms;
    for (let due = this.#next(until); due !== null; due = this.#next(until)) {
      this.#timers.delete(due.key);
      this.#elapsedMs = Math.max(this.#elapsedMs, due.at);
      due.run();
      await settle();
    }
    this.#elapsedMs = until;
  }

  #next(until: number) {
    let first: { key: object; at: number; run: () => void } | null = null;
    for (const [key, timer] of this.#timers) {
      if (timer.at <= until && (first === null || timer.at < first.at)) first = { key, ...timer };
    }
    return first;
  }
}
