import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keychainStore, type KeychainEntry } from '../../../src-main/vault/keychain-store.ts';
import { VaultUnavailable } from '../../../src-main/vault/secret-store.ts';
import { secretStoreContract } from './secret-store-contract.ts';

// set by whoever starts the tests beside an unlocked keychain of their own
describe.runIf(process.env['PORTAL_DESK_TEST_KEYCHAIN'] === '1')('the keychain of this system', () => {
  secretStoreContract(() => keychainStore({ service: `portal-desk-test-${randomUUID()}` }));
});

const never = (): Promise<never> => new Promise(() => undefined);

function entry(change: Partial<KeychainEntry>): KeychainEntry {
  return {
    getPassword: () => Promise.resolve('kept'),
    setPassword: () => Promise.resolve(),
    deleteCredential: () => Promise.resolve(false),
    ...change,
  };
}

describe('a keychain that cannot be reached', () => {
  it.each([
    [
      'has no service',
      () => {
        throw new Error('no secret service');
      },
    ],
    [
      'refuses',
      () =>
        entry({
          getPassword: () => Promise.reject(new Error('locked')),
          setPassword: () => Promise.reject(new Error('locked')),
          deleteCredential: () => Promise.reject(new Error('locked')),
        }),
    ],
  ])('fails every call when it %s', async (_title, open: () => KeychainEntry) => {
    const store = keychainStore({ service: 'test', entry: open });
    await expect(store.get('name')).rejects.toThrow(VaultUnavailable);
    await expect(store.set('name', 'secret')).rejects.toThrow(VaultUnavailable);
    await expect(store.delete('name')).rejects.toThrow(VaultUnavailable);
  });

  it('never has the secret in its error', async () => {
    const store = keychainStore({
      service: 'test',
      entry: () => entry({ setPassword: () => Promise.reject(new Error('locked')) }),
    });
    const error: unknown = await store.set('name', 'hush').catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('hush');
    expect(JSON.stringify(error)).not.toContain('hush');
  });
});

describe('a keychain that waits for a person', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts as unavailable after a minute', async () => {
    const store = keychainStore({ service: 'test', entry: () => entry({ getPassword: never }) });
    const answer = store.get('name').then(
      () => 'answered',
      (error: unknown) => error,
    );
    await vi.advanceTimersByTimeAsync(59_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBeInstanceOf(VaultUnavailable);
  });

  it('is not waited for any longer once it has answered', async () => {
    const store = keychainStore({ service: 'test', entry: () => entry({}) });
    expect(await store.get('name')).toBe('kept');
    expect(vi.getTimerCount()).toBe(0);
  });
});
