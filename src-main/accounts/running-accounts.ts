import type { SyncState } from '../../src-shared/ipc/sync.ts';
import type { Session } from '../../src-shared/portal-api/identity.ts';
import type { Result } from '../../src-shared/result.ts';
import type { Cache, CachedAccount } from '../cache/cache.ts';
import type { Connector } from '../connectors/connector.ts';
import type { LineSettings, OpenLine, PortalLine } from '../connectors/portal-line.ts';
import type { AccountSync } from '../sync/account-sync.ts';
import type { SyncListener } from '../sync/sync-listener.ts';
import { syncState } from '../sync/sync-state.ts';
import type { SecretStore } from '../vault/secret-store.ts';
import { keychainToken } from './keychain-token.ts';

/** The accounts that are signed in: each has a line to its portal and a sync. */
export interface RunningAccounts {
  /** Starts an account out of the cache, with the session that the keychain still holds. */
  start(account: CachedAccount): void;
  /**
   * Takes over a session that was just signed in; the account itself is kept by `save`, once its session is. Fails
   * with `keychain_unavailable`, and then nothing was kept.
   */
  startWith(session: Session, portalUrl: string, save: () => void): Promise<Result<void>>;
  find(accountId: string): RunningAccount | null;
  all(): RunningAccount[];
  /** Of any account in the cache, running or not. */
  syncState(accountId: string): SyncState;
  /** Ends what is under way for the account; its session stays. Resolves when nothing of it writes any more. */
  stop(accountId: string): Promise<void>;
}

export interface RunningAccount {
  readonly connector: Connector;
  readonly sync: AccountSync;
}

export interface RunningAccountsSettings {
  readonly cache: Cache;
  readonly secrets: SecretStore;
  readonly openLine: OpenLine;
  readonly createSync: (accountId: string, connector: Connector) => AccountSync;
  readonly listener: SyncListener;
  /** When accounts out of the cache go to their portals: at once, or when the window has been painted. */
  readonly whenCalm: (begin: () => void) => void;
}

export function createRunningAccounts({
  cache,
  secrets,
  openLine,
  createSync,
  listener,
  whenCalm,
}: RunningAccountsSettings): RunningAccounts {
  const running = new Map<string, RunningAccount & { readonly line: PortalLine }>();

  function open({
    accountId,
    ...portal
  }: Pick<LineSettings, 'accountId' | 'portalId' | 'mode' | 'portalUrl'>): RunningAccount & {
    readonly line: PortalLine;
  } {
    const line = openLine({
      accountId,
      ...portal,
      tokens: keychainToken(secrets, accountId),
      onEnded() {
        if (running.get(accountId)?.line !== line) return;
        sync.sessionEnded();
        cache.accounts.setState(accountId, 'signed-out');
        listener.accountsChanged();
      },
    });
    const sync = createSync(accountId, line.connector);
    return { line, connector: line.connector, sync };
  }

  async function stop(accountId: string): Promise<void> {
    const account = running.get(accountId);
    running.delete(accountId);
    account?.sync.stop();
    await account?.line.close();
  }

  return {
    stop,

    start({ account, mode, portalUrl }) {
      const started = open({ accountId: account.id, portalId: account.portalId, mode, portalUrl });
      running.set(account.id, started);
      whenCalm(() => {
        // it may have been signed out or removed meanwhile
        if (running.get(account.id) === started) started.sync.start();
      });
    },

    async startWith(session, portalUrl, save) {
      const { id, portalId } = session.account;
      // an older session of the account must not write its token over this one's
      await stop(id);
      const started = open({ accountId: id, portalId, mode: 'service', portalUrl });
      const adopted = await started.line.adopt(session);
      if (!adopted.ok) {
        await started.line.close();
        return adopted;
      }
      running.set(id, started);
      save();
      started.sync.start();
      return adopted;
    },

    find: (accountId) => running.get(accountId) ?? null,
    all: () => Array.from(running.values()),
    syncState: (accountId) =>
      running.get(accountId)?.sync.state() ?? syncState(cache, accountId, { name: 'signed-out' }, null),
  };
}
