import { z } from 'zod';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { permissionSchema, roleSchema } from './permissions.ts';
import { invitationStatusSchema } from './statuses.ts';

export const invitationFailures = ['mailbox_refused', 'mail_server_unreachable'] as const;

/** Somebody asked by email to join an organization's users (C10). */
export const invitationSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  version: versionSchema,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  role: roleSchema,
  permissions: z.array(permissionSchema),
  status: invitationStatusSchema,
  /** Why the email did not arrive, with `failed`. */
  failure: z.enum(invitationFailures).nullable(),
  /** The mail server's own words, with `failed`. */
  failureDetail: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: momentSchema,
  expiresAt: momentSchema,
  changedBy: z.string().nullable(),
  changedAt: momentSchema,
});
export type Invitation = z.infer<typeof invitationSchema>;

/** An invitation can be accepted for seven days after it was last sent. [ours] */
export const invitationLifeMs = 7 * 24 * 60 * 60_000;
