import type { LineSettings, PortalLine } from '../portal-line.ts';
import type { Schedule } from '../../schedule.ts';
import { createPortalClient, type Fetch } from './portal-client.ts';
import { createServiceConnector } from './service-connector.ts';
import { createSessionKeeper } from './session-keeper.ts';

export interface ServiceLineSettings {
  readonly fetch: Fetch;
  readonly schedule: Schedule;
}

/** A line to a portal service. */
export function openServiceLine(
  { fetch, schedule }: ServiceLineSettings,
  line: Omit<LineSettings, 'mode'>,
): PortalLine {
  const closing = new AbortController();
  const { signal } = closing;
  const { portalId, accountId, tokens, onEnded } = line;
  const client = createPortalClient({ portalUrl: line.portalUrl, fetch, schedule });
  const keeper = createSessionKeeper({ client, portalId, accountId, tokens, signal, onEnded });
  return {
    connector: createServiceConnector({ client, keeper, schedule, portalId, signal }),
    adopt: (session) => keeper.adopt(session),
    async close() {
      closing.abort();
      await keeper.settled();
    },
  };
}
