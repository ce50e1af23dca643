import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskError } from '../../../src-shared/errors.ts';
import {
  backoffCapMs,
  backoffMs,
  failuresOf,
  initialState,
  pollDeafMs,
  pollListeningMs,
  step,
  type MachineAction,
  type MachineEvent,
  type MachineState,
} from '../../../src-main/sync/machine.ts';

const offline: DeskError = { code: 'offline' };
const broken: DeskError = { code: 'portal_error' };
const running = (change: object = {}): MachineState => ({ name: 'syncing', failures: 0, again: false, ...change });
const loading = (change: object = {}): MachineState => ({ name: 'loading', failures: 0, again: false, ...change });
const waiting = (name: 'offline' | 'backoff', failures: number, error = offline): MachineState => ({
  name,
  failures,
  error,
});
const ended: MachineEvent = { type: 'round-ended', chance: 0.5, listening: true };
const failed = (error: DeskError, chance = 0.5): MachineEvent => ({ type: 'round-failed', chance, error });
const run: MachineAction[] = [{ type: 'cancel-timer' }, { type: 'run-round' }];
const schedule = (delayMs: number): MachineAction[] => [{ type: 'schedule', delayMs }];
const cancel: MachineAction[] = [{ type: 'cancel-timer' }];
const out: MachineState = { name: 'signed-out' };

describe('the machine', () => {
  it.each<[string, MachineState, MachineEvent, MachineState, MachineAction[]]>([
    ['idle runs when poked', initialState, { type: 'poked' }, running(), run],
    ['idle runs when its time has come', initialState, { type: 'timer' }, running(), run],
    ['idle runs on wake-up', initialState, { type: 'woke' }, running(), run],
    ['idle signs out', initialState, { type: 'session-ended' }, out, cancel],
    ['idle takes no notice of a round’s end', initialState, ended, initialState, []],
    ['offline runs when poked, and counts on', waiting('offline', 3), { type: 'poked' }, running({ failures: 3 }), run],
    ['offline runs when its time has come', waiting('offline', 3), { type: 'timer' }, running({ failures: 3 }), run],
    ['offline forgets failures on wake-up', waiting('offline', 3), { type: 'woke' }, running(), run],
    ['backoff runs when poked', waiting('backoff', 1), { type: 'poked' }, running({ failures: 1 }), run],
    ['backoff signs out', waiting('backoff', 1), { type: 'session-ended' }, out, cancel],
    ['a round that is poked goes again', running(), { type: 'poked' }, running({ again: true }), []],
    [
      'a round that is woken starts counting anew',
      running({ failures: 4 }),
      { type: 'woke' },
      running({ again: true }),
      [],
    ],
    ['a round has no timer', running(), { type: 'timer' }, running(), []],
    ['a round becomes a load', running({ again: true }), { type: 'load-began' }, loading({ again: true }), []],
    ['a load becomes a round', loading({ failures: 1 }), { type: 'load-ended' }, running({ failures: 1 }), []],
    ['a round ends', running({ failures: 2 }), ended, initialState, schedule(pollListeningMs)],
    ['without hints it asks more often', running(), { ...ended, listening: false }, initialState, schedule(pollDeafMs)],
    ['a round that was poked runs again at once', running({ failures: 2, again: true }), ended, running(), run],
    ['a load that was poked runs again at once', loading({ again: true }), ended, running(), run],
    ['nobody there', running(), failed(offline), waiting('offline', 1), schedule(500)],
    ['nobody there again', running({ failures: 2 }), failed(offline), waiting('offline', 3), schedule(2000)],
    ['a failure outlasts a poke', running({ again: true }), failed(offline), waiting('offline', 1), schedule(500)],
    ['trouble at the portal', loading(), failed(broken), waiting('backoff', 1, broken), schedule(500)],
    ['the session has ended', running(), failed({ code: 'session_ended' }), out, cancel],
    ['there is no session', running(), failed({ code: 'signed_out' }), out, cancel],
    ['signed out meanwhile', loading(), { type: 'session-ended' }, out, cancel],
  ])('%s', (_, state, event, next, actions) => {
    expect(step(state, event)).toEqual({ state: next, actions });
  });

  it('waits as long as the portal says, if that is longer', () => {
    const limited: DeskError = { code: 'rate_limited', retryAfterMs: 90_000 };
    expect(step(running(), failed(limited, 0.9)).actions).toEqual(schedule(90_000));
    expect(step(running({ failures: 9 }), failed({ ...limited, retryAfterMs: 1 }, 0.5)).actions).toEqual(
      schedule(30_000),
    );
  });

  it('signed out is the end', () => {
    for (const event of [...everyEvent, ended, failed(offline)]) {
      expect(step(out, event)).toEqual({ state: out, actions: [] });
    }
  });
});

const everyEvent: MachineEvent[] = [
  { type: 'poked' },
  { type: 'woke' },
  { type: 'timer' },
  { type: 'load-began' },
  { type: 'load-ended' },
  { type: 'session-ended' },
];

const anyEvent: fc.Arbitrary<MachineEvent> = fc.oneof(
  fc.constantFrom(...everyEvent.filter(({ type }) => type !== 'session-ended')),
  fc.record({
    type: fc.constant('round-ended' as const),
    chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
    listening: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('round-failed' as const),
    chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
    error: fc.constantFrom(offline, broken),
  }),
);

describe('whatever happens', () => {
  it('there is always either a round under way or a timer, never both and never neither', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let { state } = step(initialState, { type: 'poked' });
        let isRunning = true;
        let hasTimer = false;
        for (const event of events) {
          // these come only from where they can come from
          if (event.type === 'timer' && !hasTimer) continue;
          if ((event.type === 'round-ended' || event.type === 'round-failed') && !isRunning) continue;
          if (event.type === 'timer') hasTimer = false;
          if (event.type === 'round-ended' || event.type === 'round-failed') isRunning = false;
          const next = step(state, event);
          state = next.state;
          for (const action of next.actions) {
            if (action.type === 'run-round') {
              expect(isRunning).toBe(false);
              isRunning = true;
            } else hasTimer = action.type === 'schedule';
          }
          expect(isRunning).toBe(!hasTimer);
          expect(isRunning).toBe(state.name === 'syncing' || state.name === 'loading');
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('what happens during a round that ends well is looked at in another one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyEvent.slice(0, 5)), { maxLength: 10 }), (events) => {
        let state = running();
        for (const event of events) ({ state } = step(state, event));
        const poked = events.some(({ type }) => type === 'poked' || type === 'woke');
        expect(step(state, ended).actions.some(({ type }) => type === 'run-round')).toBe(poked);
      }),
      { seed: 12 },
    );
  });

  it('a pause is never longer than a minute, and no longer than its place in a row of failures allows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (failures, chance) => {
          const delayMs = backoffMs(failures, chance);
          expect(delayMs).toBeGreaterThanOrEqual(0);
          expect(delayMs).toBeLessThan(Math.min(backoffCapMs, 1000 * 2 ** (failures - 1)) + 1);
        },
      ),
      { seed: 13 },
    );
  });

  it('pauses are spread over their whole length', () => {
    expect([0, 0.25, 0.5, 0.75].map((chance) => backoffMs(4, chance))).toEqual([0, 2000, 4000, 6000]);
    expect(backoffMs(7, 0.999_99)).toBe(59_999);
  });

  it('failures are counted until a round ends well', () => {
    let state: MachineState = initialState;
    for (const failures of [1, 2, 3, 4, 5]) {
      ({ state } = step(state, { type: 'timer' }));
      ({ state } = step(state, failed(offline)));
      expect(failuresOf(state)).toBe(failures);
    }
    ({ state } = step(state, { type: 'timer' }));
    ({ state } = step(state, ended));
    expect(failuresOf(state)).toBe(0);
  });
});
