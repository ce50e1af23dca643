import type { SecretStore } from './secret-store.ts';
import { assertSingleLine } from './single-line.ts';

/** Keeps secrets for the life of the process only. */
export function memoryStore(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    get(name) {
      return Promise.resolve(secrets.get(name) ?? null);
    },
    // async, so that a bad secret is a rejection here as it is in the keychain
    async set(name, secret) {
      assertSingleLine(secret);
      await Promise.resolve();
      secrets.set(name, secret);
    },
    delete(name) {
      secrets.delete(name);
      return Promise.resolve();
    },
  };
}
