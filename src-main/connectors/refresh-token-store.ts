import type { Result } from '../../src-shared/result.ts';

/** Where one account's refresh token rests between runs; `keychain_unavailable` when that cannot be reached. */
export interface RefreshTokenStore {
  /** Null when there is none. */
  get(): Promise<Result<string | null>>;
  set(token: string): Promise<Result<void>>;
  delete(): Promise<Result<void>>;
}
