import type { DeskError } from '../../src-shared/errors.ts';
import type { SyncState } from '../../src-shared/ipc/sync.ts';
import type { Hint } from '../../src-shared/portal-api/changes.ts';
import { assertNever, fail, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import { storageFailure } from '../cache/storage-failure.ts';
import type { Connector } from '../connectors/connector.ts';
import { createLoadRate } from './load-rate.ts';
import { keepListening, type Listening } from './keep-listening.ts';
import { bugEntry, type Log } from '../log.ts';
import { failuresOf, initialState, step, type MachineAction, type MachineEvent, type MachineState } from './machine.ts';
import { both, commandsOnly, everything, onlyOrganization, type Plan } from './plan.ts';
import { runRound } from './round.ts';
import type { Schedule } from '../schedule.ts';
import type { SyncListener } from './sync-listener.ts';
import { syncState } from './sync-state.ts';
import type { Turns } from './turns.ts';

/** Keeps one signed-in account's organizations and outbox in step with its portal. */
export interface AccountSync {
  start(): void;
  /** From here on nothing of it writes rows; the outcome of a command on its way is still recorded. */
  stop(): void;
  state(): SyncState;
  /** A command was decided: it is sent before anything else. */
  commandDecided(): void;
  /** Pushes and pulls everything now; the active organization first. */
  syncNow(): void;
  /** The computer slept: what was open is broken, and earlier failures say nothing. */
  woke(): void;
  sessionEnded(): void;
}

export interface AccountSyncSettings {
  readonly accountId: string;
  readonly cache: Cache;
  readonly connector: Connector;
  readonly turns: Turns;
  readonly listener: SyncListener;
  readonly log: Log;
  readonly schedule: Schedule;
  readonly now: () => Date;
  /** 0 to below 1. */
  readonly random: () => number;
  /** Resolves after the event loop has had a turn. */
  readonly yieldNow: () => Promise<void>;
}

export function createAccountSync(settings: AccountSyncSettings): AccountSync {
  const { accountId, cache, connector, listener, log, random, schedule } = settings;
  let machine: MachineState = initialState;
  const rate = createLoadRate(settings.now);
  let plan: Plan = everything;
  let progress: SyncState['progress'] = null;
  let listening: Listening | null = null;
  let running = false;
  let interrupted = false;
  let cancelTimer = (): void => {};

  const state = (): SyncState => syncState(cache, accountId, machine, progress);
  const announce = (): void => {
    if (running) listener.syncChanged(state());
  };

  function dispatch(event: MachineEvent): void {
    if (!running) return;
    const next = step(machine, event);
    machine = next.state;
    for (const action of next.actions) act(action);
    if (machine.name === 'signed-out') listening?.stop();
    announce();
  }

  function act(action: MachineAction): void {
    cancelTimer();
    switch (action.type) {
      case 'run-round':
        round().catch((error: unknown) => {
          log(bugEntry('sync', error));
        });
        return;
      case 'schedule':
        cancelTimer = schedule(action.delayMs, () => {
          // asking without a reason is asking about everything
          want(everything, { type: 'timer' });
        });
        return;
      case 'cancel-timer':
        return;
      default:
        assertNever(action);
    }
  }

  function want(more: Plan, event: MachineEvent): void {
    plan = both(plan, more);
    dispatch(event);
  }

  async function round(): Promise<void> {
    // after a failure a harmless question goes first: a command that meets a dead line could not be taken back any more
    const mine = failuresOf(machine) > 0 ? everything : plan;
    plan = commandsOnly;
    interrupted = false;
    const result = await attempt(mine);
    progress = rate(null);
    // what was interrupted or failed is still to be done
    if (interrupted || !result.ok) plan = both(plan, mine);
    if (result.ok) {
      const recovered = failuresOf(machine) > 0;
      dispatch({ type: 'round-ended', chance: random(), listening: listening?.isOpen() === true });
      if (recovered) listening?.retry(false);
    } else dispatch({ type: 'round-failed', chance: random(), error: result.error });
  }

  async function attempt(mine: Plan): Promise<Result<void>> {
    try {
      return await runRound(
        {
          ...settings,
          stopped: () => !running || machine.name === 'signed-out',
          interrupted: () => interrupted,
          onOutbox(organizationId) {
            listener.peopleChanged(organizationId);
            announce();
          },
          onProgress(now) {
            progress = rate(now);
            dispatch({ type: now === null ? 'load-ended' : 'load-began' });
          },
        },
        mine,
      );
    } catch (error) {
      log(bugEntry('sync', error));
      return fail<DeskError>(storageFailure(error) ?? { code: 'internal' });
    }
  }

  function heard(hint: Hint): void {
    if (hint.about === 'linked-accounts') want(everything, { type: 'poked' });
    else if ((cache.feed.state(hint.organizationId).position ?? -1) < hint.position) {
      want(onlyOrganization(hint.organizationId), { type: 'poked' });
    }
  }

  return {
    state,
    start() {
      running = true;
      listening = keepListening({
        connector,
        schedule,
        random,
        onHint: heard,
        onOpen() {
          want(everything, { type: 'poked' });
        },
        onBroken() {
          want(everything, { type: 'poked' });
        },
        onBug(error) {
          log(bugEntry('hints', error));
        },
      });
      dispatch({ type: 'poked' });
    },
    stop() {
      running = false;
      cancelTimer();
      listening?.stop();
    },
    commandDecided() {
      interrupted = true;
      dispatch({ type: 'poked' });
    },
    syncNow() {
      interrupted = true;
      want(everything, { type: 'poked' });
      listening?.retry(false);
    },
    woke() {
      listening?.retry(true);
      want(everything, { type: 'woke' });
    },
    sessionEnded() {
      dispatch({ type: 'session-ended' });
    },
  };
}
