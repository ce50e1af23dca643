import { describe, expect, it } from 'vitest';
import { secretNames } from '../../../src-main/vault/secret-store.ts';
import {
  account,
  accountId,
  id,
  linkedAccount,
  linkedAccountId,
  moment,
  organizationId,
  revoke,
  token,
  user,
} from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';
import { emails, keepAccount } from '../support/temporary-cache.ts';

const one = accountId(1);

const signedIn = async () => {
  const desk = runningDesk();
  keepAccount(desk.cache, account(), [linkedAccount(1), linkedAccount(2)]);
  desk.portal.linkedAccounts = [linkedAccount(1), linkedAccount(2)];
  desk.portal.put(organizationId(1), { kind: 'user', entity: user(1) });
  await desk.secrets.set(secretNames.refreshToken(one), token('refresh-1'));
  desk.accounts.restore();
  await settle();
  return desk;
};

const failure = (code: string) => ({ ok: false, error: { code } });
const done = { ok: true, value: undefined };

describe('a start', () => {
  it('takes up every account that is signed in', async () => {
    const { running, cache } = await signedIn();
    expect(running.all()).toHaveLength(1);
    expect(emails(cache, organizationId(1))).toEqual(['user1@example.com']);
  });

  it('leaves those alone that are signed out', async () => {
    const { accounts, cache, running } = runningDesk();
    keepAccount(cache);
    cache.accounts.setState(one, 'signed-out');
    accounts.restore();
    await settle();
    expect(running.all()).toEqual([]);
    expect(accounts.syncState(one)).toMatchObject({ ok: true, value: { phase: 'signed-out' } });
    expect(accounts.syncNow(one)).toEqual(failure('signed_out'));
  });

  it('offline shows what is cached', async () => {
    const { accounts, cache, portal } = runningDesk();
    keepAccount(cache);
    const records = [{ kind: 'user' as const, entity: user(1) }];
    cache.feed.applySnapshotPage(organizationId(1), { records, next: null, position: 1, total: 1, loaded: 1 });
    portal.fault = () => ({ code: 'offline' });
    accounts.restore();
    await settle();
    expect(accounts.list().accounts).toHaveLength(1);
    expect(emails(cache, organizationId(1))).toEqual(['user1@example.com']);
    expect(accounts.syncState(one)).toMatchObject({ ok: true, value: { phase: 'offline' } });
  });
});

describe('an account that is not there', () => {
  it('is not found, whatever is asked of it', async () => {
    const { accounts } = runningDesk();
    const unknown = failure('not_found');
    expect(accounts.activate(one)).toEqual(unknown);
    expect(accounts.syncState(one)).toEqual(unknown);
    expect(accounts.syncNow(one)).toEqual(unknown);
    expect(accounts.activateLinkedAccount(one, linkedAccountId(1))).toEqual(unknown);
    expect(await accounts.signOut(one)).toEqual(unknown);
    expect(await accounts.remove(one)).toEqual(unknown);
    expect(await accounts.startAuthenticator(one)).toEqual(unknown);
    expect(await accounts.confirmAuthenticator(one, '123456')).toEqual(unknown);
    expect(await accounts.refreshLinkedAccounts(one)).toEqual(unknown);
    expect(await accounts.link({ accountId: one, id: id(1), answers: {} })).toEqual(unknown);
  });
});

describe('a session that the portal ended', () => {
  it('signs the account out and leaves what is cached readable', async () => {
    const { accounts, cache, lines, listener } = await signedIn();
    lines[0]?.onEnded();
    expect(cache.accounts.find(one)?.state).toBe('signed-out');
    expect(accounts.syncState(one)).toMatchObject({ ok: true, value: { phase: 'signed-out' } });
    expect(emails(cache, organizationId(1))).toEqual(['user1@example.com']);
    expect(listener.told.at(-1)).toBe('accounts');
    expect(await accounts.startAuthenticator(one)).toEqual(failure('signed_out'));
  });

  it('says nothing about the session that took its place', async () => {
    const { cache, lines, signIns } = await signedIn();
    await signIns.complete({ portalId: 'cca', signInId: id(1), method: 'email', code: '123456' });
    lines[0]?.onEnded();
    expect(cache.accounts.find(one)?.state).toBe('signed-in');
  });
});

describe('a sign-out', () => {
  it('ends the session, forgets its token and keeps rows and waiting commands', async () => {
    const { accounts, cache, portal, secrets, running } = await signedIn();
    portal.fault = (name) => (name === 'submit' ? { code: 'offline' } : null);
    const command = { id: id(1), organizationId: organizationId(1), decidedAt: moment, intent: revoke(1) };
    cache.outbox.enqueue(one, organizationId(1), [command]);
    expect(await accounts.signOut(one)).toEqual(done);
    expect(portal.calls).toContain('signOut');
    expect(await secrets.get(secretNames.refreshToken(one))).toBeNull();
    expect(cache.outbox.counts(one).waiting).toBe(1);
    expect(emails(cache, organizationId(1))).toHaveLength(1);
    expect(running.all()).toEqual([]);
    expect(portal.isListenedTo).toBe(false);
  });

  it('counts even when the token cannot be removed, but says so', async () => {
    const { accounts, cache, secrets } = await signedIn();
    secrets.isLocked = true;
    expect(await accounts.signOut(one)).toEqual(failure('keychain_unavailable'));
    expect(cache.accounts.find(one)?.state).toBe('signed-out');
  });
});

describe('an account that is removed', () => {
  it('leaves nothing behind', async () => {
    const { accounts, cache, secrets } = await signedIn();
    expect(await accounts.remove(one)).toEqual(done);
    expect(accounts.list()).toEqual({ accounts: [], activeAccountId: null });
    expect(await secrets.get(secretNames.refreshToken(one))).toBeNull();
    expect(emails(cache, organizationId(1))).toEqual([]);
  });

  it('takes its unfinished wizards along, those of others not', async () => {
    const { accounts, cache } = await signedIn();
    const draft = { answers: { groupName: 'Harborview' }, stepId: 'eligibility', found: null };
    const of = [`link ${one}`, `guided link ${one}`, `link ${accountId(2)}`, 'register cca'];
    for (const key of of) cache.drafts.keep(key, draft);
    await accounts.remove(one);
    expect(of.filter((key) => cache.drafts.find(key) !== null)).toEqual([`link ${accountId(2)}`, 'register cca']);
  });

  it('stays while its token cannot be removed', async () => {
    const { accounts, secrets } = await signedIn();
    secrets.isLocked = true;
    expect(await accounts.remove(one)).toEqual(failure('keychain_unavailable'));
    expect(accounts.list().accounts).toMatchObject([{ state: 'signed-out' }]);
  });

  it('can be one that is signed out', async () => {
    const { accounts } = await signedIn();
    await accounts.signOut(one);
    expect(await accounts.remove(one)).toEqual(done);
    expect(accounts.list().accounts).toEqual([]);
  });

  it('takes the people along whom the other account there may not see', async () => {
    const { accounts, cache } = await signedIn();
    keepAccount(cache, account(2), [linkedAccount(1, { role: 'user', permissions: [] })]);
    await accounts.remove(one);
    expect(emails(cache, organizationId(1))).toEqual([]);
  });
});

describe('linked accounts', () => {
  it('are switched at once, also offline', async () => {
    const { accounts, cache, portal, listener } = await signedIn();
    portal.fault = () => ({ code: 'offline' });
    expect(accounts.activateLinkedAccount(one, linkedAccountId(2))).toEqual(done);
    expect(cache.accounts.find(one)?.activeLinkedAccountId).toBe(linkedAccountId(2));
    expect(listener.told.at(-1)).toBe('accounts');
  });

  it('can be switched to while they are active only', async () => {
    const { accounts, cache } = await signedIn();
    cache.accounts.saveLinkedAccounts(one, [linkedAccount(1), linkedAccount(2, { status: 'revoked' })]);
    expect(accounts.activateLinkedAccount(one, linkedAccountId(2))).toEqual(failure('not_permitted'));
    expect(accounts.activateLinkedAccount(one, linkedAccountId(9))).toEqual(failure('not_found'));
  });

  it('are linked at the portal and show at once', async () => {
    const { accounts } = await signedIn();
    const answer = await accounts.link({ accountId: one, id: id(1), answers: { providerId: '3' } });
    expect(answer).toMatchObject({ ok: true, value: { id: linkedAccountId(3) } });
    expect(accounts.list().accounts[0]?.linkedAccounts.map((linked) => linked.id)).toContain(linkedAccountId(3));
  });

  it('are not linked when the portal says no', async () => {
    const { accounts, portal } = await signedIn();
    portal.fault = () => ({ code: 'already_linked' });
    expect(await accounts.link({ accountId: one, id: id(1), answers: {} })).toEqual(failure('already_linked'));
  });

  it('are asked for again on demand', async () => {
    const { accounts, portal, cache } = await signedIn();
    portal.linkedAccounts = [linkedAccount(1)];
    expect(await accounts.refreshLinkedAccounts(one)).toEqual(done);
    expect(cache.accounts.find(one)?.linkedAccounts).toHaveLength(1);
    portal.fault = () => ({ code: 'portal_error' });
    expect(await accounts.refreshLinkedAccounts(one)).toEqual(failure('portal_error'));
  });
});

describe('a new password', () => {
  const passwords = { accountId: one, currentPassword: 'old one', newPassword: 'new one' };

  it('is set at the portal, and neither is kept here', async () => {
    const { accounts, portal, cache, secrets } = await signedIn();
    expect(await accounts.changePassword(passwords)).toEqual(done);
    expect(portal.calls).toContain('changePassword');
    const kept = await secrets.get(secretNames.refreshToken(one));
    expect(JSON.stringify([cache.accounts.list(), accounts.list(), kept])).not.toMatch(/old one|new one/u);
  });

  it('wants a session, and passes on what the portal has against it', async () => {
    const { accounts, portal } = await signedIn();
    portal.fault = () => ({ code: 'wrong_credentials', triesLeft: 9 });
    expect(await accounts.changePassword(passwords)).toMatchObject({ error: { triesLeft: 9 } });
    portal.fault = () => null;
    await accounts.signOut(one);
    expect(await accounts.changePassword(passwords)).toEqual(failure('signed_out'));
  });
});

describe('the authenticator', () => {
  it('is set up and removed at the portal, and the account kept as it is then', async () => {
    const { accounts, portal, cache } = await signedIn();
    expect(await accounts.startAuthenticator(one)).toMatchObject({ ok: true });
    portal.account = account(1, { authenticatorSince: moment });
    expect(await accounts.confirmAuthenticator(one, '123456')).toMatchObject({ ok: true });
    expect(cache.accounts.find(one)?.account.authenticatorSince).toBe(moment);
    portal.account = account(1);
    expect(await accounts.removeAuthenticator(one, '123456')).toMatchObject({ ok: true });
    expect(cache.accounts.find(one)?.account.authenticatorSince).toBeNull();
  });

  it('changes nothing here when the code was wrong', async () => {
    const { accounts, portal, listener } = await signedIn();
    portal.fault = () => ({ code: 'wrong_passcode', triesLeft: 4 });
    listener.told.length = 0;
    expect(await accounts.confirmAuthenticator(one, '123456')).toMatchObject({ error: { triesLeft: 4 } });
    expect(listener.told).toEqual([]);
  });
});

it('the shown account is changed', async () => {
  const { accounts, cache } = await signedIn();
  keepAccount(cache, account(2));
  expect(accounts.activate(accountId(2))).toEqual(done);
  expect(accounts.list().activeAccountId).toBe(accountId(2));
});

it('a computer that wakes up asks every portal', async () => {
  const { accounts, portal } = await signedIn();
  portal.calls.length = 0;
  accounts.woke();
  await settle();
  expect(portal.calls).toContain('linkedAccounts');
});

it('closing stops everything', async () => {
  const { accounts, running, portal, time } = await signedIn();
  await accounts.close();
  expect(running.all()).toEqual([]);
  expect(portal.isListenedTo).toBe(false);
  expect(time.pending()).toEqual([]);
});

describe('an association that asks for a proof', () => {
  const awaiting = () =>
    linkedAccount(3, {
      status: 'awaiting-pin',
      role: 'user',
      pin: { requestedAt: moment, mailedAt: moment, expiresAt: '2026-05-01T08:00:00.000Z', triesLeft: 5 },
    });
  const waiting = async () => {
    const desk = await signedIn();
    desk.portal.linkedAccounts = [linkedAccount(1), awaiting()];
    await desk.accounts.refreshLinkedAccounts(one);
    return desk;
  };
  const statuses = (desk: Awaited<ReturnType<typeof signedIn>>) =>
    desk.cache.accounts.find(one)?.linkedAccounts.map(({ status, pin }) => [status, pin?.triesLeft]);

  it('D5: finds the organization in the person’s own name', async () => {
    const { accounts, portal } = await signedIn();
    expect(await accounts.findOrganization(one, { organizationNumber: 'P9' })).toMatchObject({
      ok: true,
      value: { routes: ['administrator'], administrators: ['Ada Admin'] },
    });
    expect(portal.calls).toContain('findOrganization');
  });

  it('D8: the right PIN makes it active, at once in the list', async () => {
    const desk = await waiting();
    expect(await desk.accounts.enterPin(one, linkedAccountId(3), 'ACDEFGHJ')).toMatchObject({
      ok: true,
      value: { status: 'active' },
    });
    expect(statuses(desk)).toEqual([
      ['active', undefined],
      ['active', undefined],
    ]);
  });

  it('D8: a wrong PIN leaves it, and the list shows the tries that are left', async () => {
    const desk = await waiting();
    expect(await desk.accounts.enterPin(one, linkedAccountId(3), 'AAAAAAAA')).toEqual({
      ok: false,
      error: { code: 'wrong_pin', triesLeft: 4 },
    });
    expect(statuses(desk)?.at(-1)).toEqual(['awaiting-pin', 4]);
  });

  it('D8: another PIN is requested of the portal', async () => {
    const desk = await waiting();
    expect(await desk.accounts.requestPin(one, linkedAccountId(3))).toMatchObject({ ok: true });
    expect(desk.portal.calls).toContain(`requestPin ${linkedAccountId(3)}`);
  });

  it('offline nothing of it is kept for later', async () => {
    const desk = await waiting();
    desk.portal.fault = () => ({ code: 'offline' });
    expect(await desk.accounts.enterPin(one, linkedAccountId(3), 'ACDEFGHJ')).toEqual(failure('offline'));
    expect(await desk.accounts.requestPin(one, linkedAccountId(3))).toEqual(failure('offline'));
    expect(await desk.accounts.findOrganization(one, {})).toEqual(failure('offline'));
  });

  it('wants a session', async () => {
    const { accounts } = runningDesk();
    expect(await accounts.findOrganization(one, {})).toEqual(failure('not_found'));
    expect(await accounts.enterPin(one, linkedAccountId(3), 'ACDEFGHJ')).toEqual(failure('not_found'));
  });
});
