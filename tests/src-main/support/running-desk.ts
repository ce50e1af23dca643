import { onTestFinished } from 'vitest';
import { createAccountDirectory } from '../../../src-main/accounts/account-directory.ts';
import { createAccountService } from '../../../src-main/accounts/account-service.ts';
import { createDecisions } from '../../../src-main/accounts/decisions.ts';
import { createRunningAccounts } from '../../../src-main/accounts/running-accounts.ts';
import { createSignInService } from '../../../src-main/accounts/sign-in-service.ts';
import type { LineSettings } from '../../../src-main/connectors/portal-line.ts';
import type { PortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import { createAccountSync } from '../../../src-main/sync/account-sync.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import { memoryStore } from '../../../src-main/vault/memory-store.ts';
import { VaultUnavailable, type SecretStore } from '../../../src-main/vault/secret-store.ts';
import { createPracticeService } from '../../../src-main/practice/practice-service.ts';
import type { RegisteredProvider } from '../../../src-shared/domain/registered-provider.ts';
import { ok } from '../../../src-shared/result.ts';
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
  let commands = 0;
  const newId = (): string => id((commands += 1));
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
    accounts: createAccountService({ cache, secrets, directory, running, listener }),
    signIns: createSignInService({ cache, client, directory, running, listener, device: 'Portal Desk on Linux' }),
    decisions: createDecisions({ cache, directory, running, listener, now: time.now, newId }),
    people: cache.people,
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
