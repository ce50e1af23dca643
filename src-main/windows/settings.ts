import path from 'node:path';
import * as z from 'zod/mini';
import { colorSchemes } from '../../src-shared/ipc/window.ts';
import { parsePortalUrl } from '../portal-url.ts';
import { jsonFile, type JsonFile } from './json-file.ts';

export const defaultPortalUrl = 'http://127.0.0.1:4747';

export interface Settings {
  readonly portalUrl: string;
  readonly colorScheme: (typeof colorSchemes)[number];
}

const entries = {
  /** An address that may not be used falls back to the default rather than anywhere else. */
  portalUrl: z.pipe(
    z.string(),
    z.transform((text: string) => parsePortalUrl(text) ?? defaultPortalUrl),
  ),
  colorScheme: z.enum(colorSchemes),
};

/** `settings.json` in the data folder. */
export const settingsFile = (dataFolder: string): JsonFile<Settings> =>
  jsonFile(path.join(dataFolder, 'settings.json'), entries, { portalUrl: defaultPortalUrl, colorScheme: 'auto' });
