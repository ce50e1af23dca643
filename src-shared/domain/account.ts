import { z } from 'zod';
import { idSchema, momentSchema } from './identifier.ts';
import { accountStatusSchema } from './statuses.ts';

/** One person's sign-in at one portal. */
export const accountSchema = z.object({
  id: idSchema,
  portalId: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  status: accountStatusSchema,
  /** Since when an authenticator app is set up; null while passcodes come by email only. */
  authenticatorSince: momentSchema.nullable(),
  createdAt: momentSchema,
});
export type Account = z.infer<typeof accountSchema>;
