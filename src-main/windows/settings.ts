import path from 'node:path';
import { z } from 'zod';
import { colorSchemes } from '../../src-shared/ipc/app.ts';
import { parsePortalUrl } from '../portal-url.ts';
import { jsonFile, type JsonFile } from './json-file.ts';

export const defaultPortalUrl = 'http://127.0.0.1:4747';

const portalUrlSchema = z.string().transform((text, context) => {
  const url = parsePortalUrl(text);
  if (url !== null) return url;
  context.addIssue('invalid_format');
  return z.NEVER;
});

const settingsSchema = z.object({
  /** An address that may not be used falls back to the default rather than anywhere else. */
  portalUrl: portalUrlSchema.catch(defaultPortalUrl),
  colorScheme: z.enum(colorSchemes).catch('auto'),
});
export type Settings = z.output<typeof settingsSchema>;

/** `settings.json` in the data folder. */
export const settingsFile = (dataFolder: string): JsonFile<Settings> =>
  jsonFile(path.join(dataFolder, 'settings.json'), settingsSchema, {
    portalUrl: defaultPortalUrl,
    colorScheme: 'auto',
  });
