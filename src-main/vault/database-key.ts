import { fail, ok, type Result } from '../../src-shared/result.ts';
import { secretNames, VaultUnavailable, type SecretStore } from './secret-store.ts';

const keyBytes = 32;
const keyPattern = /^[0-9a-f]{64}$/u;

export interface DatabaseKeyNeeds {
  readonly store: SecretStore;
  readonly cacheFileExists: boolean;
  /** Cryptographically random. */
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * The cache's key as 64 hex digits; a new one where there is neither a key nor a cache. `keychain_unavailable` when the
 * keychain does not answer or does not keep what it was given, `key_missing` when a cache is there and its key is not:
 * a new key would make the cache unreadable for good.
 */
export async function databaseKey({ store, cacheFileExists, randomBytes }: DatabaseKeyNeeds): Promise<Result<string>> {
  try {
    const kept = await store.get(secretNames.databaseKey);
    if (kept !== null && keyPattern.test(kept)) return ok(kept);
    if (cacheFileExists) return fail({ code: 'key_missing' });
    const made = Buffer.from(randomBytes(keyBytes)).toString('hex');
    if (!keyPattern.test(made)) throw new Error(`The source of randomness did not give ${keyBytes} bytes`);
    await store.set(secretNames.databaseKey, made);
    return (await store.get(secretNames.databaseKey)) === made ? ok(made) : fail({ code: 'keychain_unavailable' });
  } catch (error) {
    if (error instanceof VaultUnavailable) return fail({ code: 'keychain_unavailable' });
    throw error;
  }
}
