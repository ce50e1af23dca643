import { z } from 'zod';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { deskErrorSchema } from '../errors.ts';

/**
 * What an account's owner wants a linked account of theirs to be called or preferred as (D9), and the portal has not taken
 * yet. `sending` may have arrived already and cannot be taken back; `refused` stays until somebody has seen it.
 */
export const wantedPreferencesSchema = z.object({
  /** Grows with each wish. */
  sequence: z.int().nonnegative(),
  linkedAccountId: idSchema,
  organizationName: z.string(),
  decidedAt: momentSchema,
  /** Left out where the nickname stays as it is; null takes it away. */
  nickname: z.string().nullable().optional(),
  /** Left out where that stays as it is. */
  isDefault: z.boolean().optional(),
  state: z.enum(['waiting', 'sending', 'refused']),
  error: deskErrorSchema.nullable(),
});
export type WantedPreferences = z.infer<typeof wantedPreferencesSchema>;
