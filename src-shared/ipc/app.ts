import { z } from 'zod';
import { deskErrorSchema } from '../errors.ts';
import { defineProcedure, done, nothing } from './procedure.ts';
import { colorSchemes } from './window.ts';

export const appStateSchema = z.object({
  version: z.string(),
  platform: z.enum(['win32', 'darwin', 'linux']),
  /** Null when the keychain and the cache are open; else why nothing can be kept. */
  problem: deskErrorSchema.nullable(),
  /** The address of the portal service, and the demonstration's mailbox if it has one. */
  portalUrl: z.string(),
  demo: z.object({ mailboxUrl: z.string() }).nullable(),
  colorScheme: z.enum(colorSchemes),
});
export type AppState = z.infer<typeof appStateSchema>;

export const appProcedures = {
  'app.state': defineProcedure({ input: nothing, output: appStateSchema }),
  'app.setColorScheme': defineProcedure({ input: z.strictObject({ colorScheme: z.enum(colorSchemes) }), output: done }),
  /** Whether the portal service answers, within three seconds: told before somebody fills in what needs it. */
  'app.reachPortal': defineProcedure({ input: nothing, output: z.object({ isReachable: z.boolean() }) }),
  /** Opens the demonstration's mailbox in a window of its own. */
  'app.openMailbox': defineProcedure({ input: nothing, output: done }),
  /** Opens one of the portal's published links in the system browser. */
  'app.openLink': defineProcedure({
    input: z.strictObject({ portalId: z.string().max(64), url: z.url().max(500) }),
    output: done,
  }),
};
