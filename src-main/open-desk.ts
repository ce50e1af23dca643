import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { setImmediate as yieldNow } from 'node:timers/promises';
import { app, powerMonitor } from 'electron';
import { v7 as newId } from 'uuid';
import { fail, ok, type Result } from '../src-shared/result.ts';
import { createAccountDirectory } from './accounts/account-directory.ts';
import { createAccountService } from './accounts/account-service.ts';
import { createBillingAgencies } from './accounts/billing-agencies.ts';
import { createDecisions } from './accounts/decisions.ts';
import { createValueCopier, type Clipboard } from './accounts/guided/copy-for-a-while.ts';
import { createGuidedAccounts } from './accounts/guided/guided-accounts.ts';
import { createKeptLinks } from './accounts/guided/kept-links.ts';
import { createKeptPeople } from './accounts/guided/kept-people.ts';
import { createManualSteps } from './accounts/guided/manual-steps.ts';
import { createHealthPlanService } from './accounts/health-plan-service.ts';
import { createRunningAccounts } from './accounts/running-accounts.ts';
import { createSignInService } from './accounts/sign-in-service.ts';
import { createWaitWatch, type SystemNotice } from './accounts/wait-watch.ts';
import type { Cache } from './cache/cache.ts';
import { openCache } from './cache/open-cache.ts';
import { createGuidedHints } from './connectors/guided/guided-hints.ts';
import { openGuidedLine } from './connectors/guided/open-guided-line.ts';
import type { RegistryClient } from './connectors/npi-registry/registry-client.ts';
import { deviceName } from './connectors/service/device-name.ts';
import { openServiceLine } from './connectors/service/open-service-line.ts';
import type { Fetch, PortalClient } from './connectors/service/portal-client.ts';
import type { HealthWatch } from './connectors/service/watch-health.ts';
import type { Desk } from './ipc/desk.ts';
import type { Emit } from './ipc/event-sender.ts';
import { bugEntry, type Log } from './log.ts';
import { createDismissedNotices } from './orders/dismissed-notices.ts';
import { openOrders, type OrderFiles } from './orders/open-orders.ts';
import { createPracticeService } from './practice/practice-service.ts';
import type { Schedule } from './schedule.ts';
import { createAccountSync } from './sync/account-sync.ts';
import type { SyncListener } from './sync/sync-listener.ts';
import { createTurns } from './sync/turns.ts';
import { databaseKey } from './vault/database-key.ts';
import { keychainStore } from './vault/keychain-store.ts';
import type { SecretStore } from './vault/secret-store.ts';

export interface DeskSettings {
  readonly keychainService: string;
  readonly cacheFile: string;
  /** The built program of the thread that writes first loads. */
  readonly pageThread: string;
  readonly client: PortalClient;
  readonly fetch: Fetch;
  readonly registry: RegistryClient;
  readonly health: HealthWatch;
  readonly clipboard: Clipboard;
  /** What letters and documents need of this computer. */
  readonly files: OrderFiles;
  readonly emit: Emit;
  readonly log: Log;
  readonly schedule: Schedule;
  /** Shows a notification of the system. */
  readonly notify: (notice: SystemNotice) => void;
  /** When accounts out of the cache go to their portals. */
  readonly whenCalm: (begin: () => void) => void;
}

const now = (): Date => new Date();

/**
 * Opens keychain and cache, and starts every account that is signed in. Fails with `keychain_unavailable`,
 * `cache_unreadable`, `disk_full`, or `internal` for a bug, which is logged.
 */
export async function openDesk(settings: DeskSettings): Promise<Result<Desk>> {
  const { keychainService, cacheFile, pageThread, log } = settings;
  try {
    const secrets = keychainStore({ service: keychainService });
    const key = await databaseKey({ store: secrets, cacheFileExists: existsSync(cacheFile), randomBytes });
    if (!key.ok) return key;
    const opened = openCache({ file: cacheFile, key: key.value, pageThread });
    return opened.ok ? ok(wireDesk(opened.value, secrets, settings)) : opened;
  } catch (error) {
    log(bugEntry('desk', error));
    return fail({ code: 'internal' });
  }
}

function wireDesk(cache: Cache, secrets: SecretStore, settings: DeskSettings): Desk {
  const { client, clipboard, fetch, health, registry, emit, log, schedule, whenCalm } = settings;
  const offline = new Set<string>();
  const waits = createWaitWatch({ cache, schedule, now, notify: settings.notify });
  const listener: SyncListener = {
    accountsChanged() {
      emit('accounts.changed', {});
      waits.look();
    },
    peopleChanged(organizationId) {
      emit('people.changed', { organizationId });
    },
    syncChanged(state) {
      emit('sync.changed', state);
      if (state.phase === 'offline') offline.add(state.accountId);
      // the service that came back may be another one than before
      else if (state.phase !== 'syncing' && offline.delete(state.accountId)) {
        health.ask();
        orders.uploads.wake(state.accountId);
      }
    },
  };
  const turns = createTurns();
  const hints = createGuidedHints();
  const running = createRunningAccounts({
    cache,
    secrets,
    listener,
    openLine: (line) =>
      line.mode === 'service'
        ? openServiceLine({ fetch, schedule }, line)
        : openGuidedLine(
            {
              account: () => cache.accounts.find(line.accountId)?.account ?? null,
              books: cache.guided,
              hints,
              onChanged(accountId) {
                emit('guided.changed', { accountId });
              },
              now,
              newId,
            },
            line,
          ),
    whenCalm,
    createSync: (accountId, connector) =>
      createAccountSync({
        accountId,
        cache,
        connector,
        turns,
        listener,
        log,
        schedule,
        now,
        random: Math.random,
        yieldNow,
      }),
  });
  const directory = createAccountDirectory(cache);
  const accounts = createAccountService({ cache, secrets, directory, running, listener, now });
  const device = deviceName(process.platform);
  const signIns = createSignInService({ cache, client, directory, running, listener, device });
  const healthPlans = createHealthPlanService({ cache, directory, running, now });
  const decisions = createDecisions({ cache, directory, running, listener, now, newId });

  const billingAgencies = createBillingAgencies({ cache, directory, running });
  const practice = createPracticeService({
    cache,
    registry,
    now,
    onChanged() {
      emit('practice.changed', {});
    },
  });

  const guidedDesk = {
    cache,
    directory,
    running,
    hints,
    now,
    newId: () => newId(),
    yieldNow: () => yieldNow(),
    onChanged(accountId: string) {
      emit('guided.changed', { accountId });
      listener.accountsChanged();
    },
  };
  const guided = {
    accounts: createGuidedAccounts(guidedDesk),
    steps: createManualSteps(guidedDesk),
    people: createKeptPeople(guidedDesk),
    links: createKeptLinks(guidedDesk),
    copier: createValueCopier({
      clipboard,
      schedule,
      onBug(error) {
        log(bugEntry('clipboard', error));
      },
    }),
  };

  const orders = openOrders({ cache, directory, running, emit, newId: () => newId(), schedule, files: settings.files });

  accounts.restore();
  whenCalm(() => {
    orders.uploads.wake();
  });
  whenCalm(() => {
    waits.look();
  });
  powerMonitor.on('resume', () => {
    waits.look();
  });
  app.on('will-quit', () => {
    health.stop();
    orders.close();
    waits.stop();
    void guided.copier.forget();
    void accounts.close();
    cache.close();
  });
  return {
    accounts,
    signIns,
    healthPlans,
    orders: orders.service,
    notices: createDismissedNotices(cache.preferences),
    decisions,
    billingAgencies,
    people: cache.people,
    practice,
    drafts: cache.drafts,
    guided,
  };
}
