import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { identityRoutes } from '../../../src-shared/portal-api/identity.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { RefreshTokenStore } from '../../../src-main/connectors/refresh-token-store.ts';
import type { PortalClient } from '../../../src-main/connectors/service/portal-client.ts';
import { session, token } from './fixtures.ts';

/** The rotation of tokens as portals do it: a refresh token that was replaced and whose successor was used ends the session. */
export class FakeSessions {
  readonly calls: string[] = [];
  isUp = true;
  /** The next refresh takes effect, but its answer does not arrive. */
  loseNextAnswer = false;
  hasEnded = false;
  /** Holds refreshes back until it resolves. */
  gate: Promise<void> = Promise.resolve();
  #count = 1;
  #current = 1;
  #used = 1;
  #valid = new Set([token('access-1')]);

  /** A session as a sign-in gives it. */
  readonly first: Session = session();

  expireAccess(): void {
    this.#valid.clear();
  }

  client(): PortalClient {
    const callRoute = async (route: unknown, input: { body: { refreshToken?: string } }, options: object) => {
      await this.gate;
      if (!this.isUp) return fail({ code: 'offline' });
      if (route === identityRoutes.signOut) {
        this.calls.push(`sign out ${String((options as { accessToken?: string }).accessToken)}`);
        this.hasEnded = true;
        return ok({});
      }
      return this.#refresh(input.body.refreshToken ?? '');
    };
    return { portalUrl: '', callRoute } as unknown as PortalClient;
  }

  /** What a route with a session does. */
  use(accessToken: string): Promise<Result<string>> {
    this.calls.push(`use ${accessToken}`);
    if (!this.isUp) return Promise.resolve(fail({ code: 'offline' }));
    if (this.hasEnded || !this.#valid.has(accessToken)) return Promise.resolve(fail({ code: 'session_ended' }));
    this.#used = this.#current;
    return Promise.resolve(ok(accessToken));
  }

  #refresh(refreshToken: string): Result<Session, DeskError> {
    this.calls.push(`refresh ${refreshToken}`);
    const isCurrent = refreshToken === token(`refresh-${this.#current}`);
    const isUnusedParent = refreshToken === token(`refresh-${this.#current - 1}`) && this.#used < this.#current;
    if (this.hasEnded || !(isCurrent || isUnusedParent)) {
      this.hasEnded = true;
      return fail({ code: 'session_ended' });
    }
    this.#count += 1;
    const next = isCurrent ? this.#current + 1 : this.#current;
    if (isCurrent) this.#used = this.#current;
    this.#current = next;
    const accessToken = token(`access-${this.#count}`);
    this.#valid = new Set([accessToken]);
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false;
      return fail({ code: 'offline' });
    }
    return ok(session(1, { accessToken, refreshToken: token(`refresh-${next}`) }));
  }
}

/** A keychain that can be out of reach; `writes` is what it was asked to keep. */
export class FakeTokens implements RefreshTokenStore {
  kept: string | null = null;
  isReachable = true;
  readonly writes: string[] = [];

  get(): Promise<Result<string | null>> {
    return this.#answer(() => this.kept);
  }

  set(value: string): Promise<Result<void>> {
    return this.#answer(() => {
      this.kept = value;
      this.writes.push(value);
    });
  }

  delete(): Promise<Result<void>> {
    return this.#answer(() => {
      this.kept = null;
    });
  }

  #answer<Value>(work: () => Value): Promise<Result<Value>> {
    return Promise.resolve(this.isReachable ? ok(work()) : fail({ code: 'keychain_unavailable' }));
  }
}
