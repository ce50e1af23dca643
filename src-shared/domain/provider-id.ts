import { z } from 'zod';
import { npiSchema } from './npi.ts';

/** What a portal calls a provider (C9): letters, digits and dashes, kept in capitals. */
export const providerIdSchema = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .max(32, 'too_long')
  // before capitals are made: those of some letters are several letters
  .regex(/^[A-Za-z0-9-]+$/u, 'provider_id_format')
  .toUpperCase();

/** An NPI, whose check digit has to be right, or else what the portal calls the provider (D4). Ten digits are an NPI. */
export const npiOrProviderIdSchema = providerIdSchema.superRefine((id, context) => {
  if (!/^\d{10}$/u.test(id)) return;
  const npi = npiSchema.safeParse(id);
  const problem = npi.success ? undefined : npi.error.issues[0];
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem.message });
});
