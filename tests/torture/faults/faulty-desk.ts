import path from 'node:path';
import { setImmediate as yieldNow } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { createAccountDirectory } from '../../../src-main/accounts/account-directory.ts';
import { createDecisions, type Decisions } from '../../../src-main/accounts/decisions.ts';
import { createRunningAccounts } from '../../../src-main/accounts/running-accounts.ts';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { silenceMs } from '../../../src-main/connectors/service/listen-for-hints.ts';
import { openServiceLine } from '../../../src-main/connectors/service/open-service-line.ts';
import type { Schedule } from '../../../src-main/schedule.ts';
import { createAccountSync } from '../../../src-main/sync/account-sync.ts';
import type { SyncListener } from '../../../src-main/sync/sync-listener.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import { memoryStore } from '../../../src-main/vault/memory-store.ts';
import type { SeededRandom } from '../../../src-portal/seeds/seeded-random.ts';

/** One computer's data layer, wired as the app wires it, with one account and its real line to the service. */
export interface FaultyDesk {
  readonly accountId: string;
  readonly cache: Cache;
  readonly decisions: Decisions;
  /** Decisions that the portal has not answered yet, as the badge shows them. */
  waiting(): number;
  syncNow(): void;
  /** Resolves when the condition holds; it is looked at whenever the desk tells of a change. Rejects after some minutes. */
  until(condition: () => boolean): Promise<void>;
  /** The calls that are under way have taken too long. */
  losePatience(): void;
  /** Errors that the app would have logged as bugs. */
  readonly bugs: readonly unknown[];
  close(): Promise<void>;
}

export interface FaultyDeskSettings {
  readonly folder: string;
  readonly pageThread: string;
  readonly session: Session;
  readonly portalUrl: string;
  readonly random: SeededRandom;
}

/** A wait that no retry ends any more. */
const stuckAfterMs = 240_000;
/** Pauses pass this much faster than in the app: the first one is 25 ms at most. */
const hurry = 40;
/** After it the app gives a call up; here only a machine that is very busy takes so long. */
const patienceMs = 20_000;

export async function openFaultyDesk(settings: FaultyDeskSettings): Promise<FaultyDesk> {
  const { folder, pageThread, session, portalUrl, random } = settings;
  const accountId = session.account.id;
  const opened = openCache({ file: path.join(folder, `${accountId}.db`), key: 'ab'.repeat(32), pageThread });
  if (!opened.ok) throw new Error(opened.error.code);
  const cache = opened.value;
  const checks = new Set<() => void>();
  const calls = new Set<() => void>();
  const bugs: unknown[] = [];
  const look = (): void => {
    for (const check of checks) check();
  };
  let waitingCommands = 0;
  const listener: SyncListener = {
    accountsChanged: look,
    peopleChanged: () => undefined,
    syncChanged({ waiting: count }) {
      waitingCommands = count;
      look();
    },
  };
  const schedule: Schedule = (delayMs, run) => {
    const isCall = delayMs === patienceMs;
    const ring = (): void => {
      cancel();
      run();
    };
    // the portal's own signs of life come at their real pace, so the silence that tells a broken stream stays as it is
    const timer = setTimeout(ring, isCall || delayMs === silenceMs ? delayMs : delayMs / hurry);
    const cancel = (): void => {
      clearTimeout(timer);
      calls.delete(ring);
    };
    if (isCall) calls.add(ring);
    return cancel;
  };
  const turns = createTurns();
  const now = (): Date => new Date();
  const running = createRunningAccounts({
    cache,
    secrets: memoryStore(),
    listener,
    openLine: (line) => openServiceLine({ fetch: (url, init) => fetch(url, init), schedule }, line),
    whenCalm: (begin) => {
      begin();
    },
    createSync: (id, connector) =>
      createAccountSync({
        accountId: id,
        cache,
        connector,
        turns,
        listener,
        log: (entry) => bugs.push(entry),
        schedule,
        now,
        random: () => random.between(0, 999) / 1000,
        yieldNow,
      }),
  });
  const directory = createAccountDirectory(cache);
  const started = await running.startWith(session, portalUrl, () => {
    cache.accounts.save(session.account, portalUrl);
    cache.accounts.setState(accountId, 'signed-in');
    directory.activate(accountId);
  });
  if (!started.ok) throw new Error(started.error.code);
  return {
    accountId,
    cache,
    decisions: createDecisions({ cache, directory, running, listener, now, newId: () => newId() }),
    waiting: () => waitingCommands,
    syncNow() {
      running.find(accountId)?.sync.syncNow();
    },
    until: (condition) =>
      new Promise((resolve, reject) => {
        const stuck = setTimeout(() => {
          checks.delete(check);
          reject(new Error(`A desk makes no progress: ${JSON.stringify(running.syncState(accountId))}`));
        }, stuckAfterMs);
        const check = (): void => {
          if (!condition()) return;
          clearTimeout(stuck);
          checks.delete(check);
          resolve();
        };
        checks.add(check);
        check();
      }),
    losePatience() {
      for (const ring of calls) ring();
    },
    bugs,
    async close() {
      await running.stop(accountId);
      cache.close();
    },
  };
}
