import { describe, expect, it } from 'vitest';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import {
  activeOrganizations,
  applyAccess,
  organizationsToPull,
  refreshLinkedAccounts,
  saveLinkedAccounts,
} from '../../../src-main/sync/linked-organizations.ts';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { account, accountId, linkedAccount, linkedAccountId, organizationId, user } from '../support/fixtures.ts';
import { FakePortal } from '../support/fake-portal.ts';
import { recordedListener } from '../support/recorded-listener.ts';
import { emails, keepAccount, temporaryCache } from '../support/temporary-cache.ts';

const load = (cache: Cache, number = 1): void => {
  const records = [{ kind: 'user' as const, entity: user(number, number) }];
  cache.feed.applySnapshotPage(organizationId(number), { records, next: null, position: 5, total: 1, loaded: 1 });
};

const setUp = (linkedAccounts: LinkedAccount[] = [linkedAccount()]) => {
  const cache = temporaryCache();
  keepAccount(cache, account(), linkedAccounts);
  const listener = recordedListener();
  return { cache, listener, desk: { cache, listener, accountId: accountId(1) } };
};

const plain: Partial<LinkedAccount> = { role: 'user', permissions: ['eligibility'] };

describe('the organizations of an account', () => {
  it('are those with an active linked account, the shown one first', () => {
    const { cache } = setUp([
      linkedAccount(1),
      linkedAccount(2, { status: 'awaiting-administrator' }),
      linkedAccount(3),
    ]);
    expect(activeOrganizations(cache, accountId(1))).toEqual([organizationId(1), organizationId(3)]);
    cache.accounts.setActiveLinkedAccount(accountId(1), linkedAccountId(3));
    expect(activeOrganizations(cache, accountId(1))).toEqual([organizationId(3), organizationId(1)]);
    expect(activeOrganizations(cache, accountId(9))).toEqual([]);
  });

  it('are brought by the account that sees their people, where there is one', () => {
    const { cache } = setUp([linkedAccount(1, plain)]);
    expect(organizationsToPull(cache, accountId(1))).toEqual([organizationId(1)]);
    keepAccount(cache, account(2));
    expect(organizationsToPull(cache, accountId(1))).toEqual([]);
    expect(organizationsToPull(cache, accountId(2))).toEqual([organizationId(1)]);
  });
});

describe('people whom nobody here may see any more', () => {
  it.each([
    ['revoked', [linkedAccount(1, { status: 'revoked' })]],
    ['gone from the list', []],
    ['without "Manage users"', [linkedAccount(1, plain)]],
  ])('are removed when access is %s', (_, after) => {
    const { cache, desk, listener } = setUp();
    load(cache);
    saveLinkedAccounts(desk, after);
    expect(emails(cache, organizationId(1))).toEqual([]);
    expect(cache.feed.state(organizationId(1)).position).toBeNull();
    expect(listener.told).toEqual([`people ${organizationId(1)}`, 'accounts']);
  });

  it('stay while another account here sees them', () => {
    const { cache, desk } = setUp();
    keepAccount(cache, account(2));
    load(cache);
    saveLinkedAccounts(desk, []);
    expect(emails(cache, organizationId(1))).toEqual(['user1@example.com']);
  });

  it('go alone: other organizations keep theirs', () => {
    const { cache, desk } = setUp([linkedAccount(1), linkedAccount(2)]);
    load(cache, 1);
    load(cache, 2);
    applyAccess(desk, [linkedAccount(1), linkedAccount(2)], [linkedAccount(2)]);
    expect(emails(cache, organizationId(1))).toEqual([]);
    expect(emails(cache, organizationId(2))).toEqual(['user2@example.com']);
  });

  it('were never there: nothing happens', () => {
    const { desk, listener } = setUp();
    saveLinkedAccounts(desk, []);
    expect(listener.told).toEqual(['accounts']);
  });
});

describe('people who may be seen from now on', () => {
  it('are loaded afresh', () => {
    const { cache, desk } = setUp([linkedAccount(1, plain)]);
    cache.feed.applySnapshotPage(organizationId(1), { records: [], next: null, position: 5, total: 0, loaded: 0 });
    saveLinkedAccounts(desk, [linkedAccount(1)]);
    expect(cache.feed.state(organizationId(1)).position).toBeNull();
  });

  it('and who could be seen before are not', () => {
    const { cache, desk } = setUp();
    load(cache);
    saveLinkedAccounts(desk, [linkedAccount(1, { version: 2, role: 'user', permissions: ['manage-users'] })]);
    expect(cache.feed.state(organizationId(1)).position).toBe(5);
  });
});

describe('a refresh', () => {
  const refresh = async (portal: FakePortal, stopped = false) => {
    const { desk, ...rest } = setUp();
    const result = await refreshLinkedAccounts({ ...desk, connector: portal.connector(), stopped: () => stopped });
    return { result, ...rest };
  };

  it('keeps account and list as the portal tells them', async () => {
    const portal = new FakePortal();
    portal.account = account(1, { firstName: 'Augusta' });
    portal.linkedAccounts = [linkedAccount(1), linkedAccount(2)];
    const { cache, listener } = await refresh(portal);
    expect(cache.accounts.find(accountId(1))?.account.firstName).toBe('Augusta');
    expect(activeOrganizations(cache, accountId(1))).toEqual([organizationId(1), organizationId(2)]);
    expect(listener.told).toEqual(['accounts', 'accounts']);
  });

  it('tells nobody that nothing has changed', async () => {
    const { listener } = await refresh(new FakePortal());
    expect(listener.told).toEqual([]);
  });

  it('writes nothing once it is stopped, or for somebody else’s account', async () => {
    const portal = new FakePortal();
    portal.linkedAccounts = [];
    expect((await refresh(portal, true)).listener.told).toEqual([]);
    portal.account = account(2);
    expect((await refresh(portal)).listener.told).toEqual([]);
  });

  it.each(['account', 'linkedAccounts'])('fails with what %s is refused with, and changes nothing', async (failing) => {
    const portal = new FakePortal();
    portal.linkedAccounts = [];
    portal.fault = (name) => (name === failing ? { code: 'portal_error' } : null);
    const { result, listener } = await refresh(portal);
    expect(result).toEqual({ ok: false, error: { code: 'portal_error' } });
    expect(listener.told).toEqual([]);
  });
});
