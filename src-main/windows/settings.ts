import path from 'node:path';
import { colorSchemes } from '../../src-shared/ipc/window.ts';
import { parsePortalUrl } from '../portal-url.ts';
import { jsonFile, oneOf, type JsonFile } from './json-file.ts';

export const defaultPortalUrl = 'http://127.0.0.1:4747';

/** The public registry of CMS. */
export const defaultNpiRegistryUrl = 'https://npiregistry.cms.hhs.gov/api';

export interface Settings {
  readonly portalUrl: string;
  readonly npiRegistryUrl: string;
  readonly colorScheme: (typeof colorSchemes)[number];
}

/** An address that may not be used falls back to the default rather than anywhere else. */
const address = (found: unknown): string | undefined =>
  typeof found === 'string' ? (parsePortalUrl(found) ?? undefined) : undefined;

/** `settings.json` in the data folder. */
export const settingsFile = (dataFolder: string): JsonFile<Settings> =>
  jsonFile<Settings>(
    path.join(dataFolder, 'settings.json'),
    { portalUrl: address, npiRegistryUrl: address, colorScheme: oneOf(colorSchemes) },
    { portalUrl: defaultPortalUrl, npiRegistryUrl: defaultNpiRegistryUrl, colorScheme: 'auto' },
  );
