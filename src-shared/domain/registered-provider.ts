import { z } from 'zod';
import { providerTypeSchema } from './organization.ts';

/** A provider as the NPI Registry publishes it (CMS, NPPES, API version 2.1), in this product's words. */
export const registeredProviderSchema = z.object({
  npi: z.string(),
  /** NPI-1 is a practitioner, NPI-2 a group. */
  kind: providerTypeSchema,
  name: z.string(),
  /** False once the NPI was deactivated. */
  isActive: z.boolean(),
  addresses: z.array(
    z.object({
      /** LOCATION is where patients come, MAILING where letters go. */
      purpose: z.enum(['practice', 'mailing']),
      street: z.string(),
      city: z.string(),
      state: z.string(),
      /** Five or 5-4 digits; empty outside of the United States. */
      zip: z.string(),
      phone: z.string().nullable(),
    }),
  ),
  taxonomies: z.array(
    z.object({
      code: z.string(),
      description: z.string(),
      isPrimary: z.boolean(),
      state: z.string().nullable(),
      license: z.string().nullable(),
    }),
  ),
});
export type RegisteredProvider = z.infer<typeof registeredProviderSchema>;
