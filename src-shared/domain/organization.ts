import { z } from 'zod';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { permissionSchema, roleSchema } from './permissions.ts';
import { linkedAccountStatusSchema } from './statuses.ts';

export const providerTypes = ['practitioner', 'group'] as const;
export const providerTypeSchema = z.enum(providerTypes, { error: 'not_an_option' });
export type ProviderType = z.infer<typeof providerTypeSchema>;

/** A practice, group or practitioner as the portal knows it. */
export const organizationSchema = z.object({
  id: idSchema,
  version: versionSchema,
  providerType: providerTypeSchema,
  name: z.string(),
  /** What the portal calls Provider ID/Billing Number (C9). */
  providerId: z.string(),
  npi: z.string().nullable(),
  taxIdLastFour: z.string().length(4),
  city: z.string(),
  state: z.string(),
});
export type Organization = z.infer<typeof organizationSchema>;

/** An account's membership in an organization. */
export const linkedAccountSchema = z.object({
  id: idSchema,
  version: versionSchema,
  organization: organizationSchema,
  role: roleSchema,
  permissions: z.array(permissionSchema),
  status: linkedAccountStatusSchema,
  /** The administrator's words, with `denied` and `revoked`. */
  statusReason: z.string().nullable(),
  statusChangedAt: momentSchema,
  /** Names of the people to ask, with `awaiting-administrator` (C6). */
  administrators: z.array(z.string()),
});
export type LinkedAccount = z.infer<typeof linkedAccountSchema>;
