import { fail } from '../../../src-shared/result.ts';
import type { LineSettings, PortalLine } from '../portal-line.ts';
import { createGuidedConnector, type GuidedConnectorSettings } from './guided-connector.ts';

export type GuidedLineSettings = Pick<
  GuidedConnectorSettings,
  'account' | 'books' | 'hints' | 'onChanged' | 'now' | 'newId'
>;

/** A line to what is kept by hand: it has no session, and nothing of it reaches keychain or network. */
export function openGuidedLine(
  settings: GuidedLineSettings,
  { accountId, portalId }: Pick<LineSettings, 'accountId' | 'portalId'>,
): PortalLine {
  const closing = new AbortController();
  return {
    connector: createGuidedConnector({ ...settings, accountId, portalId, signal: closing.signal }),
    adopt: () => Promise.resolve(fail({ code: 'not_permitted' })),
    close() {
      closing.abort();
      return Promise.resolve();
    },
  };
}
