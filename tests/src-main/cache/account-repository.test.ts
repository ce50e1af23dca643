import { describe, expect, it } from 'vitest';
import { invitationsPage, usersPage } from './page-inputs.ts';
import {
  account,
  command,
  idOf,
  intents,
  invitation,
  linkedAccount,
  moment,
  organization,
  organizationId,
  otherOrganizationId,
  put,
  records,
  user,
} from './records.ts';
import { databaseOf, load, temporaryCache } from './temporary-cache.ts';

const url = 'https://portal.example';
const own = linkedAccount(1, organization(1));
const other = linkedAccount(2, organization(2));

describe('accounts', () => {
  it('are listed in the order in which they were added', () => {
    const { cache } = temporaryCache();
    cache.accounts.save(account(2), url);
    cache.accounts.save(account(1), url);
    cache.accounts.save(account(2, { lastName: 'Renamed' }), 'https://moved.example');
    expect(cache.accounts.list().map(({ account: { id } }) => id)).toEqual([account(2).id, account(1).id]);
    expect(cache.accounts.find(account(2).id)).toEqual({
      account: account(2, { lastName: 'Renamed' }),
      mode: 'service',
      portalUrl: 'https://moved.example',
      state: 'signed-in',
      linkedAccounts: [],
      activeLinkedAccountId: null,
      toldAt: null,
    });
    expect(cache.accounts.find(account(3).id)).toBeNull();
  });

  it('remember when the portal last told of them, whatever else is saved', () => {
    const { cache } = temporaryCache();
    cache.accounts.save(account(1), url);
    cache.accounts.markTold(account(1).id, moment(5));
    cache.accounts.save(account(1), url);
    expect(cache.accounts.find(account(1).id)?.toldAt).toBe(moment(5));
  });

  it('keep state, linked accounts and the active one when they are saved again', () => {
    const { cache } = temporaryCache();
    cache.accounts.save(account(1), url);
    cache.accounts.saveLinkedAccounts(account(1).id, [own, other]);
    cache.accounts.setActiveLinkedAccount(account(1).id, other.id);
    cache.accounts.setState(account(1).id, 'signed-out');
    cache.accounts.save(account(1, { lastName: 'Renamed' }), url);
    expect(cache.accounts.find(account(1).id)).toMatchObject({
      account: { lastName: 'Renamed' },
      state: 'signed-out',
      linkedAccounts: [own, other],
      activeLinkedAccountId: other.id,
    });
  });

  it('have an active linked account as soon as one is active, and another when it goes', () => {
    const { cache } = temporaryCache();
    const { id } = account(1);
    const active = () => cache.accounts.find(id)?.activeLinkedAccountId;
    const waiting = linkedAccount(3, organization(3), { status: 'awaiting-administrator' });
    cache.accounts.save(account(1), url);
    cache.accounts.saveLinkedAccounts(id, [waiting]);
    expect(active()).toBeNull();
    cache.accounts.saveLinkedAccounts(id, [waiting, own, other]);
    expect(active()).toBe(own.id);
    cache.accounts.setActiveLinkedAccount(id, other.id);
    cache.accounts.setActiveLinkedAccount(id, idOf('linked', 99));
    expect(active()).toBe(other.id);
    cache.accounts.saveLinkedAccounts(id, [waiting, { ...own, version: 2 }, other]);
    expect(active()).toBe(other.id);
    cache.accounts.saveLinkedAccounts(id, [waiting, own]);
    expect(active()).toBe(own.id);
    cache.accounts.saveLinkedAccounts(id, []);
    expect(active()).toBeNull();
  });

  it('show the newest that is known of an organization', () => {
    const { cache } = temporaryCache();
    const { id } = account(1);
    cache.accounts.save(account(1), url);
    cache.accounts.saveLinkedAccounts(id, [linkedAccount(1, organization(1, { version: 2 }))]);
    const name = () => cache.accounts.find(id)?.linkedAccounts[0]?.organization.name;
    load(cache, [records.organization(organization(1, { version: 1, name: 'Older' }))], 1);
    expect(name()).toBe('Practice 1');
    cache.feed.applyChanges(organizationId, [
      put(2, records.organization(organization(1, { version: 3, name: 'Newer' }))),
    ]);
    expect(name()).toBe('Newer');
    cache.feed.applyChanges(organizationId, [
      put(3, records.organization(organization(1, { version: 2, name: 'Older' }))),
    ]);
    expect(name()).toBe('Newer');
    cache.feed.applyChanges(organizationId, [
      { position: 4, change: { op: 'delete', kind: 'organization', id: organizationId } },
    ]);
    expect(name()).toBe('Practice 1');
  });
});

describe('removing an account', () => {
  it('removes what only it could see, and leaves what another account shares', () => {
    const { cache, file } = temporaryCache();
    for (const n of [1, 2]) cache.accounts.save(account(n), url);
    cache.accounts.saveLinkedAccounts(account(1).id, [own, other]);
    cache.accounts.saveLinkedAccounts(account(2).id, [{ ...other, id: idOf('linked', 3) }]);
    load(cache, [records.user(user(1)), records.invitation(invitation(1))], 1);
    load(cache, [records.user(user(2))], 1, otherOrganizationId);
    cache.outbox.enqueue(account(1).id, organizationId, [command(1, intents.revoke(1))]);
    cache.outbox.enqueue(account(1).id, otherOrganizationId, [command(2, intents.revoke(2), otherOrganizationId)]);
    cache.outbox.enqueue(account(2).id, otherOrganizationId, [command(3, intents.restore(2), otherOrganizationId)]);
    cache.preferences.set('active-account', account(1).id);

    cache.accounts.remove(account(1).id);

    expect(cache.accounts.list().map(({ account: { id } }) => id)).toEqual([account(2).id]);
    expect(usersPage(cache).total + invitationsPage(cache).total).toBe(0);
    expect(cache.feed.state(organizationId).position).toBeNull();
    expect(cache.outbox.list(organizationId)).toEqual([]);
    expect(usersPage(cache, { organizationId: otherOrganizationId }).total).toBe(1);
    expect(cache.outbox.list(otherOrganizationId).map(({ id }) => id)).toEqual([idOf('command', 3)]);
    expect(cache.preferences.get('active-account')).toBeNull();

    cache.accounts.remove(account(2).id);
    const database = databaseOf(file);
    for (const table of [
      'account',
      'linked_account',
      'organization',
      'user',
      'invitation',
      'people_count',
      'outbox',
      'preference',
    ]) {
      expect(database.prepare(`select count(*) from ${table}`).pluck().get(), table).toBe(0);
    }
    expect(database.prepare(`select count(*) from user_search where user_search match '"first" *'`).pluck().get()).toBe(
      0,
    );
  });

  it('does nothing for one that is not there', () => {
    const { cache } = temporaryCache();
    cache.accounts.save(account(1), url);
    cache.accounts.remove(account(9).id);
    expect(cache.accounts.list()).toHaveLength(1);
  });
});

describe('preferences', () => {
  it('are kept and replaced', () => {
    const { cache } = temporaryCache();
    expect(cache.preferences.get('active-account')).toBeNull();
    cache.preferences.set('active-account', 'one');
    cache.preferences.set('active-account', 'two');
    expect(cache.preferences.get('active-account')).toBe('two');
  });
});
