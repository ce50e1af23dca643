import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { RefreshTokenStore } from '../connectors/refresh-token-store.ts';
import { secretNames, VaultUnavailable, type SecretStore } from '../vault/secret-store.ts';

/** An account's refresh token in the keychain. An unreachable keychain is an expected failure here. */
export function keychainToken(secrets: SecretStore, accountId: string): RefreshTokenStore {
  const name = secretNames.refreshToken(accountId);
  return {
    get: () => asked(() => secrets.get(name)),
    set: (token) => asked(() => secrets.set(name, token)),
    delete: () => asked(() => secrets.delete(name)),
  };
}

async function asked<Value>(question: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await question());
  } catch (error) {
    if (error instanceof VaultUnavailable) return fail({ code: 'keychain_unavailable' });
    throw error;
  }
}
