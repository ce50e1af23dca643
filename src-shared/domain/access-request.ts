import { z } from 'zod';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { accessRequestStatusSchema } from './statuses.ts';

/** A newcomer's wish to join an organization that has an administrator (C6). */
export const accessRequestSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  version: versionSchema,
  /** The pending user that an approval makes active. */
  userId: idSchema,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  status: accessRequestStatusSchema,
  /** The administrator's words to the requester, with `denied`. */
  reason: z.string().nullable(),
  /** What the portal checked for this person, for the one who decides. */
  evidence: z.object({
    emailVerifiedAt: momentSchema.nullable(),
    matchedOn: z.array(z.string()),
    otherOrganizations: z.int().nonnegative(),
    accountCreatedAt: momentSchema,
  }),
  requestedAt: momentSchema,
  changedBy: z.string().nullable(),
  changedAt: momentSchema,
});
export type AccessRequest = z.infer<typeof accessRequestSchema>;
