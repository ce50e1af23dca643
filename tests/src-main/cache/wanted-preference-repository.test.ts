import { describe, expect, it } from 'vitest';
import type { Cache, PreferenceWish } from '../../../src-main/cache/cache.ts';
import { account, accountId, linkedAccount, linkedAccountId, moment } from '../support/fixtures.ts';
import { keepAccount } from '../support/temporary-cache.ts';
import { opened, temporaryCache } from './temporary-cache.ts';

const me = accountId(1);
const wish = (number: number, change: Partial<PreferenceWish>): PreferenceWish => ({
  linkedAccountId: linkedAccountId(number),
  organizationName: `Practice ${number}`,
  decidedAt: moment,
  ...change,
});

const stocked = () => {
  const { cache, file } = temporaryCache();
  keepAccount(cache, account(1), [linkedAccount(1), linkedAccount(2)]);
  return { cache, file, wanted: cache.wantedPreferences };
};
const told = ({ wantedPreferences }: Cache) =>
  wantedPreferences
    .list(me)
    .map(({ linkedAccountId: linked, nickname, isDefault, state }) => [linked, nickname, isDefault, state]);

describe('wishes about linked accounts', () => {
  it('are kept in their order, and survive a restart', () => {
    const { cache, file, wanted } = stocked();
    wanted.keep(me, wish(2, { nickname: 'Downtown' }));
    wanted.keep(me, wish(1, { isDefault: true }));
    cache.close();
    const again = opened(file);
    expect(told(again)).toEqual([
      [linkedAccountId(2), 'Downtown', undefined, 'waiting'],
      [linkedAccountId(1), undefined, true, 'waiting'],
    ]);
    again.close();
  });

  it('about the same linked account are joined, the later word counts', () => {
    const { cache, wanted } = stocked();
    wanted.keep(me, wish(1, { nickname: 'Old' }));
    wanted.keep(me, wish(1, { isDefault: true }));
    wanted.keep(me, wish(1, { nickname: null }));
    expect(told(cache)).toEqual([[linkedAccountId(1), null, true, 'waiting']]);
  });

  it('know one default: a later one takes the place of one that waits', () => {
    const { cache, wanted } = stocked();
    wanted.keep(me, wish(1, { isDefault: true }));
    wanted.keep(me, wish(2, { isDefault: true, nickname: 'Downtown' }));
    expect(told(cache)).toEqual([[linkedAccountId(2), 'Downtown', true, 'waiting']]);
    wanted.keep(me, wish(1, { isDefault: true }));
    expect(told(cache)).toEqual([
      [linkedAccountId(2), 'Downtown', undefined, 'waiting'],
      [linkedAccountId(1), undefined, true, 'waiting'],
    ]);
  });

  it('can be taken back until they may have been sent', () => {
    const { cache, wanted } = stocked();
    wanted.keep(me, wish(1, { nickname: 'Downtown' }));
    expect(wanted.forget(me, linkedAccountId(1))).toEqual({ ok: true, value: undefined });
    expect(wanted.forget(me, linkedAccountId(1))).toEqual({ ok: false, error: { code: 'not_found' } });
    wanted.keep(me, wish(1, { nickname: 'Downtown' }));
    wanted.markSending(wanted.list(me)[0]?.sequence ?? 0);
    expect(wanted.forget(me, linkedAccountId(1))).toEqual({ ok: false, error: { code: 'command_in_flight' } });
    expect(told(cache)).toEqual([[linkedAccountId(1), 'Downtown', undefined, 'sending']]);
    // what is wanted now is another thing, but what came before may have arrived all the same
    wanted.keep(me, wish(1, { nickname: 'Uptown' }));
    expect(wanted.forget(me, linkedAccountId(1)).ok).toBe(false);
  });

  it('that gave way to a later one are not settled by the earlier answer', () => {
    const { cache, wanted } = stocked();
    wanted.keep(me, wish(1, { nickname: 'Old' }));
    const sent = wanted.list(me)[0]?.sequence ?? 0;
    wanted.markSending(sent);
    wanted.keep(me, wish(1, { nickname: 'New' }));
    wanted.settle(sent);
    wanted.markRefused(sent, { code: 'not_found' });
    expect(told(cache)).toEqual([[linkedAccountId(1), 'New', undefined, 'sending']]);
  });

  it('that were refused stay with the reason until they are noted, or give way to a new one', () => {
    const { cache, wanted } = stocked();
    wanted.keep(me, wish(1, { nickname: 'Downtown', isDefault: true }));
    wanted.markRefused(wanted.list(me)[0]?.sequence ?? 0, { code: 'not_permitted' });
    expect(wanted.list(me)).toMatchObject([{ state: 'refused', error: { code: 'not_permitted' } }]);
    wanted.keep(me, wish(1, { nickname: 'Uptown' }));
    expect(told(cache)).toEqual([[linkedAccountId(1), 'Uptown', undefined, 'waiting']]);
    wanted.markRefused(wanted.list(me)[0]?.sequence ?? 0, { code: 'not_permitted' });
    expect(wanted.forget(me, linkedAccountId(1)).ok).toBe(true);
    expect(told(cache)).toEqual([]);
  });

  it('go with their account', () => {
    const { cache, wanted } = stocked();
    keepAccount(cache, account(2), [linkedAccount(1)]);
    wanted.keep(me, wish(1, { nickname: 'Mine' }));
    wanted.keep(accountId(2), wish(1, { nickname: 'Theirs' }));
    cache.accounts.remove(me);
    expect(wanted.list(me)).toEqual([]);
    expect(wanted.list(accountId(2))).toMatchObject([{ nickname: 'Theirs' }]);
  });
});
