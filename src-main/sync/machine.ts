import type { DeskError } from '../../src-shared/errors.ts';
import { assertNever } from '../../src-shared/result.ts';

/** What one account's sync is doing. README.md has the diagram. */
export type MachineState =
  | { readonly name: 'idle' }
  /** A round is under way; `again` when something happened that it may have missed. */
  | { readonly name: 'syncing' | 'loading'; readonly failures: number; readonly again: boolean }
  /** The portal did not answer (`offline`), or not as it should (`backoff`); another try is scheduled. */
  | { readonly name: 'offline' | 'backoff'; readonly failures: number; readonly error: DeskError }
  | { readonly name: 'signed-out' };

/** `chance` is a random number, 0 to below 1. */
export type MachineEvent =
  /** A command, a hint, a person: there is something to do now. */
  | { readonly type: 'poked' }
  /** The computer woke up or the network is back: earlier failures say nothing any more. */
  | { readonly type: 'woke' }
  | { readonly type: 'timer' }
  | { readonly type: 'load-began' }
  | { readonly type: 'load-ended' }
  | { readonly type: 'round-ended'; readonly chance: number; readonly listening: boolean }
  | { readonly type: 'round-failed'; readonly chance: number; readonly error: DeskError }
  | { readonly type: 'session-ended' };

export type MachineAction =
  | { readonly type: 'run-round' }
  /** Replaces an earlier one. */
  | { readonly type: 'schedule'; readonly delayMs: number }
  | { readonly type: 'cancel-timer' };

export interface Step {
  readonly state: MachineState;
  readonly actions: readonly MachineAction[];
}

export const initialState: MachineState = { name: 'idle' };

export const backoffBaseMs = 1000;
export const backoffCapMs = 60_000;
/** How often the portal is asked without a reason: rarely while hints arrive, often while they cannot. */
export const pollListeningMs = 300_000;
export const pollDeafMs = 60_000;

/** Failed rounds in a row. */
export const failuresOf = (state: MachineState): number => ('failures' in state ? state.failures : 0);

/** Exponential backoff with full jitter: anything from nothing to 1 s, 2 s, 4 s, ... 60 s, by the number of failures in a row. */
export const backoffMs = (failures: number, chance: number): number =>
  Math.floor(chance * Math.min(backoffCapMs, backoffBaseMs * 2 ** Math.max(0, failures - 1)));

/** A tenth less to a tenth more, so that many desks do not ask at the same moment. */
const pollMs = (listening: boolean, chance: number): number =>
  Math.floor((listening ? pollListeningMs : pollDeafMs) * (0.9 + 0.2 * chance));

/** The whole behaviour over time, without any: what follows from an event, and what is to be done. */
export function step(state: MachineState, event: MachineEvent): Step {
  switch (state.name) {
    case 'signed-out':
      return stay(state);
    case 'idle':
      return whileWaiting(state, 0, event);
    case 'offline':
    case 'backoff':
      return whileWaiting(state, state.failures, event);
    case 'syncing':
    case 'loading':
      return whileRunning(state, event);
    default:
      return assertNever(state);
  }
}

const stay = (state: MachineState): Step => ({ state, actions: [] });

const signedOut: Step = { state: { name: 'signed-out' }, actions: [{ type: 'cancel-timer' }] };

const run = (failures: number): Step => ({
  state: { name: 'syncing', failures, again: false },
  actions: [{ type: 'cancel-timer' }, { type: 'run-round' }],
});

function whileWaiting(state: MachineState, failures: number, event: MachineEvent): Step {
  switch (event.type) {
    case 'poked':
    case 'timer':
      return run(failures);
    case 'woke':
      return run(0);
    case 'session-ended':
      return signedOut;
    case 'load-began':
    case 'load-ended':
    case 'round-ended':
    case 'round-failed':
      return stay(state);
    default:
      return assertNever(event);
  }
}

type Running = Extract<MachineState, { name: 'syncing' | 'loading' }>;

function whileRunning(state: Running, event: MachineEvent): Step {
  switch (event.type) {
    case 'poked':
      return stay({ ...state, again: true });
    case 'woke':
      return stay({ ...state, again: true, failures: 0 });
    case 'load-began':
      return stay({ ...state, name: 'loading' });
    case 'load-ended':
      return stay({ ...state, name: 'syncing' });
    case 'round-ended':
      if (state.again) return run(0);
      return {
        state: { name: 'idle' },
        actions: [{ type: 'schedule', delayMs: pollMs(event.listening, event.chance) }],
      };
    case 'round-failed':
      return afterFailure(state.failures + 1, event.error, event.chance);
    case 'session-ended':
      return signedOut;
    case 'timer':
      return stay(state);
    default:
      return assertNever(event);
  }
}

function afterFailure(failures: number, error: DeskError, chance: number): Step {
  if (error.code === 'session_ended' || error.code === 'signed_out') return signedOut;
  const delayMs = Math.max(backoffMs(failures, chance), error.retryAfterMs ?? 0);
  return {
    state: { name: error.code === 'offline' ? 'offline' : 'backoff', failures, error },
    actions: [{ type: 'schedule', delayMs }],
  };
}
