import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createAccountDirectory } from '../../../src-main/accounts/account-directory.ts';
import { createAccountService } from '../../../src-main/accounts/account-service.ts';
import { createBillingAgencies } from '../../../src-main/accounts/billing-agencies.ts';
import { createDecisions } from '../../../src-main/accounts/decisions.ts';
import { createHealthPlanService } from '../../../src-main/accounts/health-plan-service.ts';
import { createRunningAccounts } from '../../../src-main/accounts/running-accounts.ts';
import { createValueCopier } from '../../../src-main/accounts/guided/copy-for-a-while.ts';
import { createGuidedAccounts } from '../../../src-main/accounts/guided/guided-accounts.ts';
import { createKeptLinks } from '../../../src-main/accounts/guided/kept-links.ts';
import { createKeptPeople } from '../../../src-main/accounts/guided/kept-people.ts';
import { createManualSteps } from '../../../src-main/accounts/guided/manual-steps.ts';
import { createSignInService } from '../../../src-main/accounts/sign-in-service.ts';
import { createGuidedHints } from '../../../src-main/connectors/guided/guided-hints.ts';
import { openGuidedLine } from '../../../src-main/connectors/guided/open-guided-line.ts';
import type { LineSettings } from '../../../src-main/connectors/portal-line.ts';
import type { PortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import { createDismissedNotices } from '../../../src-main/orders/dismissed-notices.ts';
import { openOrders } from '../../../src-main/orders/open-orders.ts';
import { createAccountSync } from '../../../src-main/sync/account-sync.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import { memoryStore } from '../../../src-main/vault/memory-store.ts';
import { VaultUnavailable, type SecretStore } from '../../../src-main/vault/secret-store.ts';
import { createPracticeService } from '../../../src-main/practice/practice-service.ts';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import { ok } from '../../../src-shared/result.ts';
import { fakeClipboard } from './fake-clipboard.ts';
import { createFakeSchedule } from './fake-schedule.ts';
import { id, session } from './fixtures.ts';
import { FakePortal } from './fake-portal.ts';
import { recordedListener } from './recorded-listener.ts';
import { portalUrl, temporaryCache } from './temporary-cache.ts';

/** A keychain that a test can lock. */
export function lockableStore(): SecretStore & { isLocked: boolean } {
  const inner = memoryStore();
  const guarded = <Value>(work: () => Promise<Value>): Promise<Value> =>
    store.isLocked ? Promise.reject(new VaultUnavailable('locked')) : work();
  const store = {
    isLocked: false,
    get: (name: string) => guarded(() => inner.get(name)),
    set: (name: string, secret: string) => guarded(() => inner.set(name, secret)),
    delete: (name: string) => guarded(() => inner.delete(name)),
  };
  return store;
}

const registered = (npi: string): RegisteredProvider => ({
  npi,
  kind: 'group',
  name: 'Harborview Family Medicine',
  isActive: true,
  addresses: [],
  taxonomies: [],
});

/** Everything between the window's procedures and a portal in memory, wired as the app wires it. */
export function runningDesk() {
  const cache = temporaryCache();
  const portal = new FakePortal();
  const time = createFakeSchedule();
  const listener = recordedListener();
  const secrets = lockableStore();
  const lines: LineSettings[] = [];
  const turns = createTurns();
  const hints = createGuidedHints();
  let commands = 0;
  const newId = (): string => id((commands += 1));
  const onChanged = (accountId: string): void => void listener.told.push(`guided ${accountId}`);
  /** What the portal answers outside of a session. */
  const answers = { session: session() };
  const asked: unknown[] = [];
  const client: PortalClient = {
    portalUrl,
    callRoute(_, input) {
      asked.push(input);
      return Promise.resolve(ok(answers.session as never));
    },
    openStream: () => Promise.reject(new Error('unused')),
  };
  const running = createRunningAccounts({
    whenCalm: (begin) => {
      begin();
    },
    cache,
    secrets,
    listener,
    openLine(settings) {
      lines.push(settings);
      if (settings.mode === 'guided') {
        const kept = () => cache.accounts.find(settings.accountId)?.account ?? null;
        const { now } = time;
        return openGuidedLine({ account: kept, books: cache.guided, hints, onChanged, now, newId }, settings);
      }
      const connector = portal.connector();
      return {
        connector: {
          ...connector,
          async signOut() {
            await connector.signOut();
            return settings.tokens.delete();
          },
        },
        adopt: (adopted) => settings.tokens.set(adopted.refreshToken),
        close: () => Promise.resolve(),
      };
    },
    createSync: (accountId, connector) =>
      createAccountSync({
        accountId,
        cache,
        connector,
        turns,
        listener,
        log: () => undefined,
        schedule: time.schedule,
        now: time.now,
        random: () => 0.5,
        yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
      }),
  });
  onTestFinished(() => {
    for (const { sync } of running.all()) sync.stop();
  });
  const directory = createAccountDirectory(cache);
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-desk-letters-'));
  /** What the person does outside of the window. */
  const files = { chosen: null as string | null, opened: [] as string[], viewerSays: '' };
  const orders = openOrders({
    cache,
    directory,
    running,
    emit: () => undefined,
    newId,
    schedule: time.schedule,
    files: {
      lettersFolder: path.join(folder, 'letters'),
      openPath(file) {
        files.opened.push(file);
        return Promise.resolve(files.viewerSays);
      },
      askForFile: () => Promise.resolve(files.chosen),
    },
  });
  onTestFinished(() => {
    orders.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const clipboard = fakeClipboard();
  const guidedDesk = {
    cache,
    directory,
    running,
    hints,
    now: time.now,
    newId,
    yieldNow: () => Promise.resolve(),
    onChanged,
  };
  return {
    cache,
    portal,
    time,
    listener,
    secrets,
    lines,
    answers,
    asked,
    running,
    directory,
    accounts: createAccountService({ cache, secrets, directory, running, listener, now: time.now }),
    signIns: createSignInService({ cache, client, directory, running, listener, device: 'Portal Desk on Linux' }),
    folder,
    files,
    openedOrders: orders,
    orders: orders.service,
    notices: createDismissedNotices(cache.preferences),
    decisions: createDecisions({ cache, directory, running, listener, now: time.now, newId }),
    billingAgencies: createBillingAgencies({ cache, directory, running }),
    healthPlans: createHealthPlanService({ cache, directory, running, now: time.now }),
    people: cache.people,
    drafts: cache.drafts,
    clipboard,
    guided: {
      accounts: createGuidedAccounts(guidedDesk),
      steps: createManualSteps(guidedDesk),
      people: createKeptPeople(guidedDesk),
      links: createKeptLinks(guidedDesk),
      copier: createValueCopier({ clipboard, schedule: time.schedule, onBug: () => undefined }),
    },
    practice: createPracticeService({
      cache,
      registry: {
        url: 'https://registry.example/api',
        lookUp: (npi) => Promise.resolve({ outcome: 'found', provider: registered(npi) }),
      },
      now: time.now,
      onChanged: () => undefined,
    }),
  };
}
