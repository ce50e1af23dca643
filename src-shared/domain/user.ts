import { z } from 'zod';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { permissionSchema, roleSchema } from './permissions.ts';
import { userStatusSchema } from './statuses.ts';

/** A person in the user table of an organization (C13). */
export const userSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  version: versionSchema,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  role: roleSchema,
  permissions: z.array(permissionSchema),
  status: userStatusSchema,
  createdAt: momentSchema,
  lastSignInAt: momentSchema.nullable(),
  /** Who gave or took the access last, and when; null for the portal itself. */
  changedBy: z.string().nullable(),
  changedAt: momentSchema,
});
export type User = z.infer<typeof userSchema>;
