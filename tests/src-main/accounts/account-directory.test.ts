import { describe, expect, it } from 'vitest';
import { createAccountDirectory } from '../../../src-main/accounts/account-directory.ts';
import { account, accountId, linkedAccount, organizationId } from '../support/fixtures.ts';
import { keepAccount, temporaryCache } from '../support/temporary-cache.ts';

describe('the accounts on this computer', () => {
  it('are none at first', () => {
    expect(createAccountDirectory(temporaryCache()).list()).toEqual({ accounts: [], activeAccountId: null });
  });

  it('have one that is shown: the chosen one, else the first', () => {
    const cache = temporaryCache();
    const directory = createAccountDirectory(cache);
    keepAccount(cache, account(1));
    keepAccount(cache, account(2));
    expect(directory.list().activeAccountId).toBe(accountId(1));
    directory.activate(accountId(2));
    expect(directory.list().activeAccountId).toBe(accountId(2));
    cache.accounts.remove(accountId(2));
    expect(directory.list().activeAccountId).toBe(accountId(1));
  });

  it('tell the window nothing of where the portal is', () => {
    const cache = temporaryCache();
    keepAccount(cache);
    expect(Object.keys(createAccountDirectory(cache).list().accounts[0] ?? {}).toSorted()).toEqual([
      'account',
      'activeLinkedAccountId',
      'linkedAccounts',
      'mode',
      'state',
    ]);
  });
});

describe('the account that decides for an organization', () => {
  it('is the shown one where it belongs to it, else the first that does', () => {
    const cache = temporaryCache();
    const directory = createAccountDirectory(cache);
    keepAccount(cache, account(1), [linkedAccount(1), linkedAccount(2)]);
    keepAccount(cache, account(2), [linkedAccount(2), linkedAccount(3)]);
    directory.activate(accountId(2));
    const deciding = (number: number) => directory.accountFor(organizationId(number))?.account.id;
    expect([1, 2, 3].map(deciding)).toEqual([accountId(1), accountId(2), accountId(2)]);
  });

  it('is nobody without an active linked account there', () => {
    const cache = temporaryCache();
    keepAccount(cache, account(1), [linkedAccount(1, { status: 'revoked' })]);
    expect(createAccountDirectory(cache).accountFor(organizationId(1))).toBeNull();
  });
});
