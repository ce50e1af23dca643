import { describe, expect, it } from 'vitest';
import { account, accountId, id, linkedAccount, organizationId, revoke, user } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';
import { keepAccount } from '../support/temporary-cache.ts';

const organization = organizationId(1);
const failure = (code: string) => ({ ok: false, error: { code } });

const setUp = async ({ isOnline = true } = {}) => {
  const desk = runningDesk();
  keepAccount(desk.cache);
  const records = [1, 2, 3].map((number) => ({ kind: 'user' as const, entity: user(number) }));
  desk.cache.feed.applySnapshotPage(organization, { records, next: null, position: 0, total: 3, loaded: 3 });
  if (!isOnline) desk.portal.fault = () => ({ code: 'offline' });
  desk.accounts.restore();
  await settle();
  desk.listener.told.length = 0;
  desk.listener.states.length = 0;
  return desk;
};

describe('decisions', () => {
  it('are kept with ids in order and the time, and then sent', async () => {
    const { decisions, portal, listener } = await setUp();
    const answer = decisions.submit(organization, [revoke(1), revoke(2)]);
    expect(answer).toEqual({ ok: true, value: { commandIds: [id(1), id(2)] } });
    expect(listener.told[0]).toBe(`people ${organization}`);
    await settle();
    expect(portal.effects).toEqual([id(1), id(2)]);
  });

  it('are kept offline, and the badge counts them', async () => {
    const { decisions, listener, time } = await setUp({ isOnline: false });
    decisions.submit(organization, [revoke(1)]);
    await settle();
    expect(decisions.list(organization)).toMatchObject([
      { id: id(1), state: 'waiting', subjectName: 'Uma User000001', decidedAt: time.now().toISOString() },
    ]);
    expect(listener.states[0]).toMatchObject({ accountId: accountId(1), waiting: 1 });
  });

  it('are all kept or none', async () => {
    const { decisions } = await setUp({ isOnline: false });
    expect(decisions.submit(organization, [revoke(1), revoke(77)])).toEqual(failure('not_found'));
    expect(decisions.list(organization)).toEqual([]);
  });

  it('need an active linked account', async () => {
    const { decisions, cache } = await setUp();
    expect(decisions.submit(organizationId(9), [revoke(1)])).toEqual(failure('not_permitted'));
    cache.accounts.saveLinkedAccounts(accountId(1), [linkedAccount(1, { status: 'revoked' })]);
    expect(decisions.submit(organization, [revoke(1)])).toEqual(failure('not_permitted'));
  });

  it('need a session, even where somebody else here has one', async () => {
    const { decisions, accounts, cache, directory } = await setUp();
    keepAccount(cache, account(2));
    directory.activate(accountId(1));
    await accounts.signOut(accountId(1));
    expect(decisions.submit(organization, [revoke(1)])).toEqual(failure('signed_out'));
  });
});

describe('a decision', () => {
  it('that was not sent can be taken back', async () => {
    const { decisions, listener, accounts, portal } = await setUp({ isOnline: false });
    decisions.submit(organization, [revoke(1), revoke(2)]);
    await settle();
    listener.told.length = 0;
    expect(decisions.undo(id(2))).toEqual({ ok: true, value: undefined });
    expect(listener.told).toEqual([`people ${organization}`]);
    portal.fault = () => null;
    accounts.woke();
    await settle();
    expect(portal.effects).toEqual([id(1)]);
  });

  it('that may have been sent cannot', async () => {
    const { decisions, portal } = await setUp();
    portal.fault = (name) => (name === 'submit' ? { code: 'offline' } : null);
    decisions.submit(organization, [revoke(1)]);
    await settle();
    expect(decisions.undo(id(1))).toEqual(failure('command_in_flight'));
    expect(decisions.undo(id(99))).toEqual(failure('not_found'));
  });

  it('that was refused stays until somebody has taken note', async () => {
    const { decisions, portal, listener } = await setUp();
    portal.decide = () => ({ code: 'last_administrator' });
    decisions.submit(organization, [revoke(1)]);
    await settle();
    expect(decisions.list(organization)).toMatchObject([{ state: 'refused', error: { code: 'last_administrator' } }]);
    listener.told.length = 0;
    expect(decisions.dismiss(id(1))).toEqual({ ok: true, value: undefined });
    expect(decisions.list(organization)).toEqual([]);
    expect(listener.told).toEqual([`people ${organization}`]);
    expect(decisions.dismiss(id(1))).toEqual(failure('not_found'));
  });
});
