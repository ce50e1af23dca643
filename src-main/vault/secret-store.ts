/**
 * Where secrets rest between runs: one named, single-line text each. Implementations fail closed: when the store
 * cannot be reached every call rejects with `VaultUnavailable`, and nothing is ever kept in the clear instead.
 */
export interface SecretStore {
  /** Null when nothing is kept under that name. */
  get(name: string): Promise<string | null>;
  set(name: string, secret: string): Promise<void>;
  /** No error when there was nothing. */
  delete(name: string): Promise<void>;
}

export class VaultUnavailable extends Error {
  override readonly name = 'VaultUnavailable';
}

/** The names in use. The database key is 32 bytes as 64 hex digits; refresh tokens are base64url. */
export const secretNames = {
  databaseKey: 'cache-key',
  refreshToken: (accountId: string): string => `refresh-token:${accountId}`,
} as const;
