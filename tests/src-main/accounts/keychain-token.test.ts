import { describe, expect, it } from 'vitest';
import { keychainToken } from '../../../src-main/accounts/keychain-token.ts';
import { accountId, token } from '../support/fixtures.ts';
import { lockableStore } from '../support/running-desk.ts';

describe('a refresh token in the keychain', () => {
  it('is kept under its account', async () => {
    const store = lockableStore();
    const one = keychainToken(store, accountId(1));
    await one.set(token('a'));
    expect(await one.get()).toEqual({ ok: true, value: token('a') });
    expect(await keychainToken(store, accountId(2)).get()).toEqual({ ok: true, value: null });
    await one.delete();
    expect(await one.get()).toEqual({ ok: true, value: null });
  });

  it('tells a keychain that cannot be reached as a value', async () => {
    const store = lockableStore();
    store.isLocked = true;
    const locked = { ok: false, error: { code: 'keychain_unavailable' } };
    const kept = keychainToken(store, accountId(1));
    expect([await kept.get(), await kept.set('x'), await kept.delete()]).toEqual([locked, locked, locked]);
  });

  it('does not hide a bug', async () => {
    const store = { ...lockableStore(), get: () => Promise.reject(new TypeError('bug')) };
    await expect(keychainToken(store, accountId(1)).get()).rejects.toThrow('bug');
  });
});
