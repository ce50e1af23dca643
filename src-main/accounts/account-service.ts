import type { Account } from '../../src-shared/domain/account.ts';
import type { ProcedureInput as Input, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { Eligibility } from '../../src-shared/portal-api/registration.ts';
import type { Answers } from '../../src-shared/portals/answers.ts';
import { draftKeysOfAccount } from '../../src-shared/ipc/draft-keys.ts';
import type { SyncState } from '../../src-shared/ipc/sync.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { Connector } from '../connectors/connector.ts';
import { applyAccess, refreshLinkedAccounts, saveLinkedAccounts } from '../sync/linked-organizations.ts';
import type { SyncListener } from '../sync/sync-listener.ts';
import type { SecretStore } from '../vault/secret-store.ts';
import { deskAccount, type AccountDirectory } from './account-directory.ts';
import { keychainToken } from './keychain-token.ts';
import type { RunningAccount, RunningAccounts } from './running-accounts.ts';
import { wishFor } from './wanted-preferences.ts';

/** The accounts on this computer. `not_found` for one that is not, `signed_out` where a session is needed and there is none. */
export interface AccountService {
  list(): ProcedureOutput<'accounts.list'>;
  activate(accountId: string): Result<void>;
  signOut(accountId: string): Promise<Result<void>>;
  remove(accountId: string): Promise<Result<void>>;
  /** Neither password is kept. */
  changePassword(input: Input<'accounts.changePassword'>): Promise<Result<void>>;
  startAuthenticator(accountId: string): Promise<Result<{ secret: string; uri: string }>>;
  confirmAuthenticator(accountId: string, code: string): Promise<Result<Account>>;
  removeAuthenticator(accountId: string, code: string): Promise<Result<Account>>;
  link(input: Input<'linkedAccounts.link'>): Promise<Result<LinkedAccount>>;
  /** Whom the answers match, and how an association is possible there (D5). */
  findOrganization(accountId: string, answers: Answers): Promise<Result<Eligibility>>;
  /** The PIN is not kept (D8). */
  enterPin(accountId: string, linkedAccountId: string, pin: string): Promise<Result<LinkedAccount>>;
  requestPin(accountId: string, linkedAccountId: string): Promise<Result<LinkedAccount>>;
  activateLinkedAccount(accountId: string, linkedAccountId: string): Result<void>;
  /** Nickname and default (D9): kept durably, and sent like a decision; `signed_out` without a session to send it in. */
  setPreferences(input: Input<'linkedAccounts.setPreferences'>): Promise<Result<void>>;
  /** A wish that was never sent is taken back, a refused one noted. */
  forgetPreferences(accountId: string, linkedAccountId: string): Result<void>;
  refreshLinkedAccounts(accountId: string): Promise<Result<void>>;
  syncState(accountId: string): Result<SyncState>;
  syncNow(accountId: string): Result<void>;
  /** Starts every account that is signed in; what is cached can be read at once, with or without a network. */
  restore(): void;
  /** The computer woke up. */
  woke(): void;
  close(): Promise<void>;
}

export interface AccountServiceSettings {
  readonly cache: Cache;
  readonly secrets: SecretStore;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly listener: SyncListener;
  readonly now: () => Date;
}

export function createAccountService(settings: AccountServiceSettings): AccountService {
  const { cache, secrets, directory, running, listener, now } = settings;

  function online(accountId: string): Result<RunningAccount> {
    const cached = directory.find(accountId);
    if (cached === null) return fail({ code: 'not_found' });
    const account = running.find(accountId);
    return account === null || cached.state === 'signed-out' ? fail({ code: 'signed_out' }) : ok(account);
  }

  function tellWishes(accountId: string): void {
    listener.accountsChanged();
    listener.syncChanged(running.syncState(accountId));
  }

  const known = (accountId: string): Result<void> =>
    directory.find(accountId) === null ? fail({ code: 'not_found' }) : ok(undefined);

  /** The account is signed out whatever comes of it; an error tells that its token could not be removed. */
  async function endSession(accountId: string): Promise<Result<void>> {
    const account = running.find(accountId);
    const ended =
      account === null ? await keychainToken(secrets, accountId).delete() : await account.connector.signOut();
    await running.stop(accountId);
    cache.accounts.setState(accountId, 'signed-out');
    listener.accountsChanged();
    listener.syncChanged(running.syncState(accountId));
    return ended;
  }

  /** Asks the portal, and keeps the account as it answers it. */
  async function changeAccount(
    accountId: string,
    ask: (connector: Connector) => Promise<Result<Account>>,
  ): Promise<Result<Account>> {
    const account = online(accountId);
    if (!account.ok) return account;
    const changed = await ask(account.value.connector);
    const cached = directory.find(accountId);
    if (!changed.ok || cached === null || changed.value.id !== accountId) return changed;
    cache.accounts.save(changed.value, cached.portalUrl);
    listener.accountsChanged();
    return changed;
  }

  async function refresh(accountId: string, { connector }: RunningAccount): Promise<Result<void>> {
    const stopped = (): boolean => running.find(accountId) === null;
    return refreshLinkedAccounts({ cache, connector, accountId, listener, stopped });
  }

  /** Asks the portal, and brings the list of what is linked up to date, also where a wrong PIN has used up a try. */
  async function changeLinked(
    accountId: string,
    ask: (connector: Connector) => Promise<Result<LinkedAccount>>,
  ): Promise<Result<LinkedAccount>> {
    const account = online(accountId);
    if (!account.ok) return account;
    const linked = await ask(account.value.connector);
    if (!linked.ok && linked.error.code !== 'wrong_pin') return linked;
    await refresh(accountId, account.value);
    if (linked.ok) account.value.sync.syncNow();
    return linked;
  }

  return {
    list: () => directory.list(),

    activate(accountId) {
      const account = known(accountId);
      if (!account.ok) return account;
      directory.activate(accountId);
      listener.accountsChanged();
      return account;
    },

    async signOut(accountId) {
      const account = known(accountId);
      if (!account.ok) return account;
      // nobody is signed in to what is kept by hand
      if (directory.find(accountId)?.mode === 'guided') return fail({ code: 'not_permitted' });
      return endSession(accountId);
    },

    async remove(accountId) {
      const account = known(accountId);
      if (!account.ok) return account;
      const ended = await endSession(accountId);
      if (!ended.ok) return ended;
      // people whom only this account may see go, even where another one shares the organization
      applyAccess({ cache, accountId, listener }, directory.find(accountId)?.linkedAccounts ?? [], []);
      cache.accounts.remove(accountId);
      for (const key of draftKeysOfAccount(accountId)) cache.drafts.discard(key);
      listener.accountsChanged();
      return ended;
    },

    async changePassword({ accountId, currentPassword, newPassword }) {
      const account = online(accountId);
      return account.ok ? account.value.connector.changePassword(currentPassword, newPassword) : account;
    },

    async startAuthenticator(accountId) {
      const account = online(accountId);
      return account.ok ? account.value.connector.startAuthenticator() : account;
    },

    confirmAuthenticator: (accountId, code) =>
      changeAccount(accountId, (connector) => connector.confirmAuthenticator(code)),

    removeAuthenticator: (accountId, code) =>
      changeAccount(accountId, (connector) => connector.removeAuthenticator(code)),

    link: ({ accountId, id, answers }) => changeLinked(accountId, (connector) => connector.linkAccount(id, answers)),

    async findOrganization(accountId, answers) {
      const account = online(accountId);
      return account.ok ? account.value.connector.findOrganization(answers) : account;
    },

    enterPin: (accountId, linkedAccountId, pin) =>
      changeLinked(accountId, (connector) => connector.enterPin(linkedAccountId, pin)),

    requestPin: (accountId, linkedAccountId) =>
      changeLinked(accountId, (connector) => connector.requestPin(linkedAccountId)),

    activateLinkedAccount(accountId, linkedAccountId) {
      const cached = directory.find(accountId);
      const linked = cached?.linkedAccounts.find(({ id }) => id === linkedAccountId);
      if (linked === undefined) return fail({ code: 'not_found' });
      if (linked.status !== 'active') return fail({ code: 'not_permitted' });
      cache.accounts.setActiveLinkedAccount(accountId, linkedAccountId);
      listener.accountsChanged();
      running.find(accountId)?.sync.syncNow();
      return ok(undefined);
    },

    async setPreferences({ accountId, linkedAccountId, ...preferences }) {
      const account = online(accountId);
      if (!account.ok) return account;
      const { connector, sync } = account.value;
      const cached = directory.find(accountId);
      const desk = cached === null ? null : deskAccount(cached, cache.wantedPreferences.list(accountId));
      const shown = desk?.linkedAccounts.find(({ id }) => id === linkedAccountId);
      if (desk === null || shown === undefined) return fail({ code: 'not_found' });
      if (desk.mode === 'guided') {
        // kept by hand here: there is nobody to wait for
        const linked = await connector.setLinkedAccountPreferences(linkedAccountId, preferences);
        if (!linked.ok) return linked;
        saveLinkedAccounts({ cache, accountId, listener }, linked.value);
        return ok(undefined);
      }
      const wish = wishFor(shown, preferences, now());
      const kept = wish === null ? ok(undefined) : cache.wantedPreferences.keep(accountId, wish);
      if (!kept.ok) return kept;
      tellWishes(accountId);
      sync.commandDecided();
      return kept;
    },

    forgetPreferences(accountId, linkedAccountId) {
      const forgotten = cache.wantedPreferences.forget(accountId, linkedAccountId);
      if (forgotten.ok) tellWishes(accountId);
      return forgotten;
    },

    async refreshLinkedAccounts(accountId) {
      const account = online(accountId);
      if (!account.ok) return account;
      const refreshed = await refresh(accountId, account.value);
      if (refreshed.ok) account.value.sync.syncNow();
      return refreshed;
    },

    syncState(accountId) {
      const account = known(accountId);
      if (!account.ok) return account;
      return ok(running.syncState(accountId));
    },

    syncNow(accountId) {
      const account = online(accountId);
      if (!account.ok) return account;
      account.value.sync.syncNow();
      return ok(undefined);
    },

    restore() {
      for (const account of cache.accounts.list()) if (account.state === 'signed-in') running.start(account);
    },

    woke() {
      for (const { sync } of running.all()) sync.woke();
    },

    async close() {
      const ids = cache.accounts.list().map(({ account }) => account.id);
      await Promise.all(ids.map((id) => running.stop(id)));
    },
  };
}
