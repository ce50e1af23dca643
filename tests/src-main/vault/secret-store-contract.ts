import { expect, it } from 'vitest';
import type { SecretStore } from '../../../src-main/vault/secret-store.ts';

/** What every place for secrets promises. `open` gives a store that other runs of the test do not use. */
export function secretStoreContract(open: () => SecretStore): void {
  it('gives back what it was given, and null for what it never was', async () => {
    const store = open();
    expect(await store.get('contract-name')).toBeNull();
    await store.set('contract-name', 'first-secret');
    expect(await store.get('contract-name')).toBe('first-secret');
    expect(await store.get('contract-other')).toBeNull();
    await store.delete('contract-name');
  });

  it('replaces a secret', async () => {
    const store = open();
    await store.set('contract-name', 'a'.repeat(64));
    await store.set('contract-name', 'b'.repeat(64));
    expect(await store.get('contract-name')).toBe('b'.repeat(64));
    await store.delete('contract-name');
  });

  it('deletes, also what is not there', async () => {
    const store = open();
    await store.set('contract-name', 'secret');
    await store.delete('contract-name');
    await store.delete('contract-name');
    expect(await store.get('contract-name')).toBeNull();
  });

  it('keeps names with a colon apart', async () => {
    const store = open();
    await store.set('refresh-token:1', 'one');
    await store.set('refresh-token:2', 'two');
    expect([await store.get('refresh-token:1'), await store.get('refresh-token:2')]).toEqual(['one', 'two']);
    await Promise.all([store.delete('refresh-token:1'), store.delete('refresh-token:2')]);
  });

  it.each(['', 'two\nlines', 'return\r', 'nul\u0000', 'separator\u2028'])(
    'refuses %j and does not tell it',
    async (secret) => {
      const store = open();
      const refused = store.set('contract-name', secret);
      await expect(refused).rejects.toThrow('A secret must be one line of text');
      expect(await store.get('contract-name')).toBeNull();
    },
  );
}
