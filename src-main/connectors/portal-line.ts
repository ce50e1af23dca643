import type { AccountMode } from '../../src-shared/domain/account.ts';
import type { Session } from '../../src-shared/portal-api/identity.ts';
import type { Result } from '../../src-shared/result.ts';
import type { Connector } from './connector.ts';
import type { RefreshTokenStore } from './refresh-token-store.ts';

/** A connector together with the life of its session. */
export interface PortalLine {
  readonly connector: Connector;
  /** Starts a session that was just signed in; fails with `keychain_unavailable` when it cannot be kept. */
  adopt(session: Session): Promise<Result<void>>;
  /** Gives up what is under way, and resolves when nothing of it can write to the keychain any more. */
  close(): Promise<void>;
}

export interface LineSettings {
  readonly accountId: string;
  readonly portalId: string;
  readonly mode: AccountMode;
  readonly portalUrl: string;
  readonly tokens: RefreshTokenStore;
  /** Called once when the portal has ended the session. */
  readonly onEnded: () => void;
}

export type OpenLine = (settings: LineSettings) => PortalLine;
