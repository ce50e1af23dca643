import { z } from 'zod';
import { idSchema, momentSchema } from './identifier.ts';
import { accountStatusSchema } from './statuses.ts';

/** One person's sign-in at one portal. */
export const accountSchema = z.object({
  id: idSchema,
  portalId: z.string(),
  email: z.string(),
  /** What else the account signs in with, at portals that have usernames; a desktop's older records lack it. */
  username: z.string().nullable().default(null),
  firstName: z.string(),
  lastName: z.string(),
  status: accountStatusSchema,
  /** Since when an authenticator app is set up; null while passcodes come by email only. */
  authenticatorSince: momentSchema.nullable(),
  createdAt: momentSchema,
  /** When it expires unless somebody signs in with it before (A9); null once that has happened, or where none does. */
  expiresAt: momentSchema.nullable().default(null),
  /** Until when the move to multi-factor authentication has to be completed (E2); null where there is none to make. */
  migrationDueAt: momentSchema.nullable().default(null),
});
export type Account = z.infer<typeof accountSchema>;

/** `service`: the portal is spoken to. `guided`: it has only a web site; somebody acts there, and the records are kept by hand. */
export const accountModeSchema = z.enum(['service', 'guided']);
export type AccountMode = z.infer<typeof accountModeSchema>;
