import path from 'node:path';
import * as z from 'zod/mini';
import { colorSchemes } from '../../src-shared/ipc/window.ts';
import { parsePortalUrl } from '../portal-url.ts';
import { jsonFile, type JsonFile } from './json-file.ts';

export const defaultPortalUrl = 'http://127.0.0.1:4747';

/** The public registry of CMS. */
export const defaultNpiRegistryUrl = 'https://npiregistry.cms.hhs.gov/api';

export interface Settings {
  readonly portalUrl: string;
  readonly npiRegistryUrl: string;
  readonly colorScheme: (typeof colorSchemes)[number];
}

/** An address that may not be used falls back to the default rather than anywhere else. */
const address = (fallback: string) =>
  z.pipe(
    z.string(),
    z.transform((text: string) => parsePortalUrl(text) ?? fallback),
  );

const entries = {
  portalUrl: address(defaultPortalUrl),
  npiRegistryUrl: address(defaultNpiRegistryUrl),
  colorScheme: z.enum(colorSchemes),
};

/** `settings.json` in the data folder. */
export const settingsFile = (dataFolder: string): JsonFile<Settings> =>
  jsonFile(path.join(dataFolder, 'settings.json'), entries, {
    portalUrl: defaultPortalUrl,
    npiRegistryUrl: defaultNpiRegistryUrl,
    colorScheme: 'auto',
  });
