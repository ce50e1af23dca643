import { z } from 'zod';

/** What a portal calls a provider (C9): letters, digits and dashes, kept in capitals. */
export const providerIdSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(32, 'too_long')
  // before capitals are made: those of some letters are several letters
  .regex(/^[A-Za-z0-9-]+$/u, 'provider_id_format')
  .toUpperCase();
