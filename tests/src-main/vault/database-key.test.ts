import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { databaseKey } from '../../../src-main/vault/database-key.ts';
import { memoryStore } from '../../../src-main/vault/memory-store.ts';
import { secretNames, VaultUnavailable, type SecretStore } from '../../../src-main/vault/secret-store.ts';

const unavailable = (): Promise<never> => Promise.reject(new VaultUnavailable('no keychain'));

describe('the key of the cache', () => {
  it('is made once, of 32 random bytes, and then found', async () => {
    const store = memoryStore();
    const random = vi.fn<(length: number) => Buffer>((length) => Buffer.alloc(length, 0xa5));
    const made = await databaseKey({ store, cacheFileExists: false, randomBytes: random });
    expect(made).toEqual({ ok: true, value: 'a5'.repeat(32) });
    expect(random).toHaveBeenCalledExactlyOnceWith(32);
    expect(await databaseKey({ store, cacheFileExists: true, randomBytes: random })).toEqual(made);
    expect(random).toHaveBeenCalledOnce();
  });

  it('differs from one computer to the next', async () => {
    const [one, other] = await Promise.all(
      [memoryStore(), memoryStore()].map((store) => databaseKey({ store, cacheFileExists: false, randomBytes })),
    );
    expect(one).not.toEqual(other);
  });

  it('is never made anew while a cache is there', async () => {
    const store = memoryStore();
    const answer = await databaseKey({ store, cacheFileExists: true, randomBytes });
    expect(answer).toEqual({ ok: false, error: { code: 'key_missing' } });
    expect(await store.get(secretNames.databaseKey)).toBeNull();
  });

  it.each(['ab', 'zz'.repeat(32), 'AB'.repeat(32)])('counts as missing when the keychain holds %j', async (kept) => {
    const store = memoryStore();
    await store.set(secretNames.databaseKey, kept);
    expect(await databaseKey({ store, cacheFileExists: true, randomBytes })).toEqual({
      ok: false,
      error: { code: 'key_missing' },
    });
    expect(await store.get(secretNames.databaseKey)).toBe(kept);
  });

  it.each<[string, Partial<SecretStore>]>([
    ['cannot be read', { get: unavailable }],
    ['cannot be written', { set: unavailable }],
    ['forgets what it was given', { set: () => Promise.resolve() }],
  ])('is refused when the keychain %s', async (_title, fault) => {
    const store = { ...memoryStore(), ...fault };
    expect(await databaseKey({ store, cacheFileExists: false, randomBytes })).toEqual({
      ok: false,
      error: { code: 'keychain_unavailable' },
    });
  });

  it('throws for bugs', async () => {
    const broken = { ...memoryStore(), get: () => Promise.reject(new TypeError('bug')) };
    await expect(databaseKey({ store: broken, cacheFileExists: false, randomBytes })).rejects.toThrow('bug');
    const short = databaseKey({ store: memoryStore(), cacheFileExists: false, randomBytes: () => Buffer.alloc(3) });
    await expect(short).rejects.toThrow('32 bytes');
  });
});
