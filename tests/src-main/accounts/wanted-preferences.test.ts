import { describe, expect, it } from 'vitest';
import { layPreferences, wishFor } from '../../../src-main/accounts/wanted-preferences.ts';
import type { WantedPreferences } from '../../../src-shared/ipc/wanted-preferences.ts';
import { account, accountId, id, linkedAccount, linkedAccountId, moment } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';
import { keepAccount } from '../support/temporary-cache.ts';

const me = accountId(1);
const both = [linkedAccount(1, { isDefault: true }), linkedAccount(2)];
const wish = (number: number, change: Partial<WantedPreferences>): WantedPreferences => ({
  sequence: number,
  linkedAccountId: linkedAccountId(number),
  organizationName: `Practice ${number}`,
  decidedAt: moment,
  state: 'waiting',
  error: null,
  ...change,
});
const named = (linked: readonly { nickname: string | null; isDefault: boolean }[]) =>
  linked.map(({ nickname, isDefault }) => [nickname, isDefault]);

describe('linked accounts as their owner wants them', () => {
  it('are as the portal told them where nothing is wanted', () => {
    expect(layPreferences(both, [])).toEqual(both);
  });

  it('show at once what waits, and that it waits', () => {
    const wanted = wish(2, { nickname: 'Downtown', isDefault: true });
    const shown = layPreferences(both, [wanted]);
    expect(named(shown)).toEqual([
      [null, false],
      ['Downtown', true],
    ]);
    expect(shown.map((each) => each.wanted)).toEqual([undefined, wanted]);
  });

  it('show what the portal told where it refused, beside what was wanted', () => {
    const refused = wish(2, { nickname: 'Downtown', isDefault: true, state: 'refused', error: { code: 'not_found' } });
    const shown = layPreferences(both, [refused]);
    expect(named(shown)).toEqual(named(both));
    expect(shown[1]?.wanted).toEqual(refused);
  });

  it('are wanted only as far as they differ from what is shown', () => {
    const [shown] = layPreferences(both, []);
    if (shown === undefined) throw new Error('unreachable');
    expect(wishFor(shown, { nickname: null, isDefault: true }, new Date(moment))).toBeNull();
    expect(wishFor(shown, { nickname: 'A', isDefault: true }, new Date(moment))).toEqual({
      linkedAccountId: linkedAccountId(1),
      organizationName: 'Practice 1',
      decidedAt: moment,
      nickname: 'A',
    });
  });
});

describe('a nickname or default', () => {
  const signedIn = async ({ isOnline = true } = {}) => {
    const desk = runningDesk();
    keepAccount(desk.cache, account(), both);
    desk.portal.linkedAccounts = both;
    if (!isOnline) desk.portal.fault = () => ({ code: 'offline' });
    desk.accounts.restore();
    await settle();
    const set = (number: number, nickname: string | null, isDefault: boolean) =>
      desk.accounts.setPreferences({ accountId: me, linkedAccountId: linkedAccountId(number), nickname, isDefault });
    const shown = () => desk.accounts.list().accounts[0]?.linkedAccounts ?? [];
    const state = () => {
      const told = desk.accounts.syncState(me);
      return told.ok ? told.value : null;
    };
    const comeBack = async () => {
      desk.portal.fault = () => null;
      desk.accounts.woke();
      await settle();
    };
    const sent = () => desk.portal.calls.filter((call) => call.startsWith('setLinkedAccountPreferences'));
    return { ...desk, set, shown, state, comeBack, sent };
  };
  const done = { ok: true, value: undefined };

  it('given offline is shown at once, counted as waiting, and sent once the portal is back', async () => {
    const { set, shown, state, comeBack, portal, sent, decisions } = await signedIn({ isOnline: false });
    expect(await set(2, 'Downtown', true)).toEqual(done);
    await settle();
    expect(named(shown())).toEqual([
      [null, false],
      ['Downtown', true],
    ]);
    expect(shown()[1]?.wanted).toMatchObject({ state: 'waiting', nickname: 'Downtown' });
    expect(state()).toMatchObject({ waiting: 1, needsAttention: 0 });
    expect(decisions.ofAccount(me).preferences).toHaveLength(1);
    await comeBack();
    expect(sent()).toHaveLength(1);
    expect(portal.linkedAccounts[1]).toMatchObject({ nickname: 'Downtown', isDefault: true });
    expect(shown()[1]).toMatchObject({ nickname: 'Downtown', isDefault: true });
    expect(shown()[1]?.wanted).toBeUndefined();
    expect(state()).toMatchObject({ waiting: 0, needsAttention: 0 });
  });

  it('whose answer was lost is asked for again, and is set once in effect', async () => {
    const { set, shown, state, comeBack, portal, accounts } = await signedIn();
    portal.fault = (name) => (name === 'setLinkedAccountPreferences' ? 'lost-answer' : null);
    await set(2, 'Downtown', false);
    await settle();
    expect(shown()[1]?.wanted).toMatchObject({ state: 'sending' });
    expect(accounts.forgetPreferences(me, linkedAccountId(2))).toMatchObject({ error: { code: 'command_in_flight' } });
    await comeBack();
    expect(portal.linkedAccounts.map(({ nickname }) => nickname)).toEqual([null, 'Downtown']);
    expect(state()).toMatchObject({ waiting: 0 });
  });

  it('does not take back a default that was chosen elsewhere meanwhile', async () => {
    const { set, comeBack, portal } = await signedIn({ isOnline: false });
    await set(1, 'Uptown', true);
    await settle();
    portal.linkedAccounts = [linkedAccount(1), linkedAccount(2, { isDefault: true })];
    await comeBack();
    expect(named(portal.linkedAccounts)).toEqual([
      ['Uptown', false],
      [null, true],
    ]);
  });

  it('that the portal refuses needs attention, and shows what the portal has', async () => {
    const { set, shown, state, portal, accounts } = await signedIn();
    portal.fault = (name) => (name === 'setLinkedAccountPreferences' ? { code: 'not_found' } : null);
    await set(2, 'Downtown', true);
    await settle();
    expect(named(shown())).toEqual(named(both));
    expect(shown()[1]?.wanted).toMatchObject({ state: 'refused', error: { code: 'not_found' } });
    expect(state()).toMatchObject({ waiting: 0, needsAttention: 1 });
    expect(accounts.forgetPreferences(me, linkedAccountId(2))).toEqual(done);
    expect(state()).toMatchObject({ needsAttention: 0 });
  });

  it('can be taken back while it waits, and is never sent then', async () => {
    const { set, shown, comeBack, sent, accounts } = await signedIn({ isOnline: false });
    await set(2, 'Downtown', false);
    await settle();
    expect(accounts.forgetPreferences(me, linkedAccountId(2))).toEqual(done);
    expect(named(shown())).toEqual(named(both));
    await comeBack();
    expect(sent()).toEqual([]);
  });

  it('waits for its own person to sign in again; nobody else sends it', async () => {
    const { set, shown, comeBack, portal, accounts, signIns, sent, cache } = await signedIn({ isOnline: false });
    keepAccount(cache, account(2), [linkedAccount(2)]);
    accounts.restore();
    await set(2, 'Downtown', false);
    await accounts.signOut(me);
    await comeBack();
    expect(sent()).toEqual([]);
    expect(shown()[1]).toMatchObject({ nickname: 'Downtown', wanted: { state: 'waiting' } });
    expect(await set(1, 'Uptown', true)).toMatchObject({ error: { code: 'signed_out' } });
    await signIns.complete({ portalId: 'cca', signInId: id(1), method: 'email', code: '123456' });
    await settle();
    expect(portal.linkedAccounts[1]?.nickname).toBe('Downtown');
  });
});
