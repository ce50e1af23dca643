import { openServiceLine } from '../../../src-main/connectors/service/open-service-line.ts';
import type { PortalLine } from '../../../src-main/connectors/portal-line.ts';
import type { Fetch } from '../../../src-main/connectors/service/portal-client.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { ok } from '../../../src-shared/result.ts';
import { realSchedule } from '../../src-main/support/http-stand-in.ts';

/** What the desktop is told is its portal; `fetch` knows where that is. */
export const balancedUrl = 'http://service.invalid';

/** A desktop's real line to the service, signed in, with the refresh token in memory. */
export async function openDeskLine(session: Session, fetch: Fetch, onEnded: () => void): Promise<PortalLine> {
  let refreshToken: string | null = null;
  const { id: accountId, portalId } = session.account;
  const tokens = {
    get: () => Promise.resolve(ok(refreshToken)),
    set(token: string) {
      refreshToken = token;
      return Promise.resolve(ok(undefined));
    },
    delete() {
      refreshToken = null;
      return Promise.resolve(ok(undefined));
    },
  };
  const line = openServiceLine(
    { schedule: realSchedule, fetch },
    { portalId, accountId, portalUrl: balancedUrl, tokens, onEnded },
  );
  await line.adopt(session);
  return line;
}
