import { identityRoutes, type Session } from '../../../src-shared/portal-api/identity.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { RefreshTokenStore } from '../refresh-token-store.ts';
import type { PortalClient } from './portal-client.ts';

/** One account's session: the access token lives in memory only, the refresh token in the keychain only. */
export interface SessionKeeper {
  /** Starts with a new session. `keychain_unavailable` when its refresh token cannot be kept: the session is not used then. */
  adopt(session: Session): Promise<Result<void>>;
  /**
   * Calls with an access token, and once more with a renewed one when the portal no longer knows it; `portal_error` when it
   * does not know that one either. `session_ended`, which the portal says to a renewal, is final: the refresh token is gone
   * then and `onEnded` was called. `signed_out` when there is none to begin with.
   */
  withAccess<Value>(call: (accessToken: string) => Promise<Result<Value>>): Promise<Result<Value>>;
  /** Tells the portal if it can be reached, and forgets both tokens in any case. Every later call is `signed_out`. */
  end(): Promise<Result<void>>;
  /** Resolves when nothing is under way that could still write to the keychain. */
  settled(): Promise<void>;
}

export interface SessionKeeperSettings {
  readonly client: PortalClient;
  readonly portalId: string;
  readonly accountId: string;
  readonly tokens: RefreshTokenStore;
  readonly signal?: AbortSignal;
  readonly onEnded: () => void;
}

/** How long a sign-out waits for the portal. */
const signOutTimeoutMs = 5000;

/**
 * Expiry is noticed by the portal's refusal, never by this computer's clock, which may be wrong. Renewals never overlap:
 * whoever finds the token refused while one is under way waits for its outcome.
 */
export function createSessionKeeper(settings: SessionKeeperSettings): SessionKeeper {
  const { client, portalId, accountId, tokens, signal, onEnded } = settings;
  const params = { portalId };
  let accessToken: string | null = null;
  let ended = false;
  let renewal: Promise<Result<string>> | null = null;

  /** One at a time: `work` starts when the change under way has ended. */
  function change(work: () => Promise<Result<string>>): Promise<Result<string>> {
    const mine = (renewal ?? Promise.resolve()).then(work, work).finally(() => {
      if (renewal === mine) renewal = null;
    });
    renewal = mine;
    return mine;
  }

  /**
   * Repeating this after an answer that never came is safe: until the new pair is used the portal takes the old token
   * again. That is why the new refresh token is kept before the access token that came with it serves.
   */
  async function renew(timeoutMs?: number): Promise<Result<string>> {
    const kept = await tokens.get();
    if (!kept.ok) return kept;
    if (kept.value === null) return finish('signed_out');
    const input = { params, query: {}, body: { refreshToken: kept.value } };
    const renewed = await client.callRoute(identityRoutes.refreshSession, input, { signal, timeoutMs });
    if (!renewed.ok) {
      const refused = renewed.error.code === 'session_ended' || renewed.error.code === 'invalid_input';
      return refused ? finish('session_ended') : renewed;
    }
    if (signal?.aborted === true) return fail({ code: 'signed_out' });
    if (renewed.value.account.id !== accountId) return finish('session_ended');
    return keep(renewed.value);
  }

  async function keep(session: Session): Promise<Result<string>> {
    const kept = await tokens.set(session.refreshToken);
    if (!kept.ok) return kept;
    accessToken = session.accessToken;
    return ok(session.accessToken);
  }

  async function finish(code: 'session_ended' | 'signed_out'): Promise<Result<never>> {
    accessToken = null;
    if (!ended) {
      ended = true;
      onEnded();
      // one that the keychain does not give up is of no use to anybody: the portal has ended it
      await tokens.delete();
    }
    return fail({ code });
  }

  async function currentToken(refused: string | null): Promise<Result<string>> {
    if (ended) return fail({ code: 'signed_out' });
    if (accessToken !== null && accessToken !== refused) return ok(accessToken);
    return renewal ?? change(() => renew());
  }

  async function forget(): Promise<Result<string>> {
    const token = accessToken === null && !ended ? await renew(signOutTimeoutMs) : ok(accessToken ?? '');
    if (token.ok && token.value !== '') {
      const options = { accessToken: token.value, timeoutMs: signOutTimeoutMs };
      await client.callRoute(identityRoutes.signOut, { params, query: {}, body: {} }, options);
    }
    ended = true;
    accessToken = null;
    const deleted = await tokens.delete();
    return deleted.ok ? ok('') : deleted;
  }

  return {
    async adopt(session) {
      const kept = await change(() => keep(session));
      if (!kept.ok) return kept;
      ended = false;
      return ok(undefined);
    },

    async withAccess(call) {
      const first = await currentToken(null);
      if (!first.ok) return first;
      const answer = await call(first.value);
      if (answer.ok || answer.error.code !== 'session_ended') return answer;
      const second = await currentToken(first.value);
      if (!second.ok) return second;
      const again = await call(second.value);
      if (again.ok || again.error.code !== 'session_ended') return again;
      // whether the session has ended only a renewal can say; the next call asks for one
      if (accessToken === second.value) accessToken = null;
      return fail({ code: 'portal_error' });
    },

    async end() {
      const forgotten = await change(forget);
      return forgotten.ok ? ok(undefined) : forgotten;
    },

    async settled() {
      await renewal?.catch(() => undefined);
    },
  };
}
