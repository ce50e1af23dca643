import { z } from 'zod';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { deskErrorSchema } from '../errors.ts';
import { defineProcedure, done } from './procedure.ts';

/** What the sync badge shows for one account. */
export const syncStateSchema = z.object({
  accountId: idSchema,
  phase: z.enum(['idle', 'loading', 'syncing', 'offline', 'signed-out']),
  /** Decisions not yet answered, and refusals not yet dismissed, of all organizations. */
  waiting: z.int().nonnegative(),
  needsAttention: z.int().nonnegative(),
  /** When the portal last answered about the people of the organization that the window shows. */
  lastSyncedAt: momentSchema.nullable(),
  /** When it last told of the account and its linked accounts. */
  toldAt: momentSchema.nullable(),
  /** During a first load; how fast it goes is null until that is known. */
  progress: z.object({ loaded: z.int(), total: z.int(), rowsPerSecond: z.int().nullable() }).nullable(),
  error: deskErrorSchema.nullable(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

const accountInput = z.strictObject({ accountId: idSchema });

export const syncProcedures = {
  'sync.state': defineProcedure({ input: accountInput, output: syncStateSchema }),
  /** Pushes and pulls without waiting for the next turn. */
  'sync.now': defineProcedure({ input: accountInput, output: done }),
};
