import type { Schedule } from '../../../src-main/schedule.ts';

/** Time that passes when a test says so. */
export interface FakeSchedule {
  readonly schedule: Schedule;
  now(): Date;
  /** Lets that much time pass; what comes due runs in order, with promises settled in between. */
  pass(ms: number): Promise<void>;
  /** Delays until what is scheduled now, soonest first. */
  pending(): number[];
}

const start = Date.parse('2026-03-02T08:00:00.000Z');

export function createFakeSchedule(): FakeSchedule {
  let elapsed = 0;
  const due = new Map<object, { at: number; run: () => void }>();
  const next = (until: number) =>
    [...due].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
  return {
    schedule(delayMs, run) {
      const key = {};
      due.set(key, { at: elapsed + delayMs, run });
      return () => due.delete(key);
    },
    now: () => new Date(start + elapsed),
    async pass(ms) {
      const until = elapsed + ms;
      await settle();
      for (let found = next(until); found !== undefined; found = next(until)) {
        const [key, { at, run }] = found;
        due.delete(key);
        elapsed = at;
        run();
        await settle();
      }
      elapsed = until;
    },
    pending: () => [...due.values()].map(({ at }) => at - elapsed).sort((one, other) => one - other),
  };
}

/** Lets everything run that waits for nothing but promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
