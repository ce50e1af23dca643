import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import type { WantedPreferences } from '../../src-shared/ipc/wanted-preferences.ts';
import type { Cache, CachedAccount } from '../cache/cache.ts';
import { layPreferences } from './wanted-preferences.ts';

/** Which accounts are on this computer, and which of them the window shows. */
export interface AccountDirectory {
  list(): { accounts: DeskAccount[]; activeAccountId: string | null };
  find(accountId: string): CachedAccount | null;
  activate(accountId: string): void;
  /**
   * The account in whose name something is decided for an organization: the active one if it belongs to it, else the
   * first that does. Null when none has an active linked account there.
   */
  accountFor(organizationId: string): CachedAccount | null;
}

export function createAccountDirectory({ accounts, preferences, wantedPreferences }: Cache): AccountDirectory {
  /** An account that was removed gives way to the first one. */
  function activeFirst(): CachedAccount[] {
    const all = accounts.list();
    const chosen = preferences.get('active-account');
    return [
      ...all.filter(({ account }) => account.id === chosen),
      ...all.filter(({ account }) => account.id !== chosen),
    ];
  }

  const shown = (cached: CachedAccount): DeskAccount => deskAccount(cached, wantedPreferences.list(cached.account.id));

  return {
    list: () => ({ accounts: accounts.list().map(shown), activeAccountId: activeFirst()[0]?.account.id ?? null }),
    find: (accountId) => accounts.find(accountId),
    activate(accountId) {
      preferences.set('active-account', accountId);
    },
    accountFor: (organizationId) =>
      activeFirst().find(({ linkedAccounts }) =>
        linkedAccounts.some(({ organization, status }) => organization.id === organizationId && status === 'active'),
      ) ?? null,
  };
}

/** What the window may know of an account, with what its owner wants laid over. */
export const deskAccount = (cached: CachedAccount, wishes: readonly WantedPreferences[] = []): DeskAccount => ({
  account: cached.account,
  state: cached.state,
  mode: cached.mode,
  linkedAccounts: layPreferences(cached.linkedAccounts, wishes),
  activeLinkedAccountId: cached.activeLinkedAccountId,
});
