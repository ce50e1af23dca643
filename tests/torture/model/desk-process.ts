import { v7 } from 'uuid';
import { createAccountDirectory } from '../../../src-main/accounts/account-directory.ts';
import { createAccountService, type AccountService } from '../../../src-main/accounts/account-service.ts';
import { createDecisions, type Decisions } from '../../../src-main/accounts/decisions.ts';
import { createRunningAccounts } from '../../../src-main/accounts/running-accounts.ts';
import { createSignInService, type SignInService } from '../../../src-main/accounts/sign-in-service.ts';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import type { PortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import { createAccountSync } from '../../../src-main/sync/account-sync.ts';
import type { SyncListener } from '../../../src-main/sync/sync-listener.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import type { SecretStore } from '../../../src-main/vault/secret-store.ts';
import type { MovingTime } from './moving-time.ts';
import type { Wire } from './wire.ts';

export const cacheKey = 'ab'.repeat(32);
export const portalUrl = 'https://portal.example';

export interface DeskProcessSettings {
  readonly file: string;
  readonly secrets: SecretStore;
  readonly wire: Wire;
  readonly time: MovingTime;
  /** What happens at the portal outside of a session. */
  readonly client: PortalClient;
  /** A number that no id has had. */
  readonly nextNumber: () => number;
  readonly onBug: (bug: object) => void;
  /** What the window is told. */
  readonly listener: SyncListener;
}

/** The desktop's data layer as one run of the app has it. */
export interface DeskProcess {
  readonly cache: Cache;
  readonly accounts: AccountService;
  readonly decisions: Decisions;
  readonly signIns: SignInService;
  /** What happens when the app is quit. */
  quit(): void;
}

/** Opens the file and wires everything as src-main/open-desk.ts does. Throws when the file cannot be opened. */
export function startDeskProcess(settings: DeskProcessSettings): DeskProcess {
  const { secrets, wire, time, client, listener } = settings;
  const opened = openCache({ file: settings.file, key: cacheKey });
  if (!opened.ok) throw new Error(`The cache does not open: ${opened.error.code}`);
  const cache = opened.value;
  const turns = createTurns();
  const running = createRunningAccounts({
    cache,
    secrets,
    listener,
    openLine: (line) => wire.openLine(line),
    whenCalm(begin) {
      begin();
    },
    createSync: (accountId, connector) =>
      createAccountSync({
        accountId,
        cache,
        connector,
        turns,
        listener,
        log: settings.onBug,
        schedule: time.schedule,
        now: time.deskNow,
        random: () => 0.5,
        yieldNow: wire.hop,
      }),
  });
  const directory = createAccountDirectory(cache);
  const accounts = createAccountService({ cache, secrets, directory, running, listener, now: time.deskNow });
  // as the app makes them: by the computer's clock, which may go backward
  const newId = (): string => {
    const number = settings.nextNumber();
    const random = Uint8Array.from({ length: 16 }, (_, place) => (number >> (place % 4)) & 255);
    return v7({ msecs: time.deskNow().getTime(), seq: number, random });
  };
  accounts.restore();
  return {
    cache,
    accounts,
    decisions: createDecisions({ cache, directory, running, listener, now: time.deskNow, newId }),
    signIns: createSignInService({ cache, client, directory, running, listener, device: 'Portal Desk on Linux' }),
    quit() {
      void accounts.close();
      cache.close();
    },
  };
}
