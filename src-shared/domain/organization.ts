import { z } from 'zod';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { permissionSchema, roleSchema } from './permissions.ts';
import { linkedAccountStatusSchema } from './statuses.ts';
import { lineOfText } from './text.ts';

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

/** What may not be done yet after an association has become active, and until when (D2). */
export const waitSchema = z.object({
  id: z.enum(['approvals', 'transactions', 'claims']),
  label: z.string(),
  until: momentSchema,
});
export type RunningWait = z.infer<typeof waitSchema>;

/** How it stands with a PIN that comes by mail (D8). */
export const mailedPinSchema = z.object({
  requestedAt: momentSchema,
  /** When it was printed to be mailed; null while that has not been done. */
  mailedAt: momentSchema.nullable(),
  /** Null while there is no PIN that could be entered: not printed yet. */
  expiresAt: momentSchema.nullable(),
  triesLeft: z.int().nonnegative(),
});
export type MailedPin = z.infer<typeof mailedPinSchema>;

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
  /** What the account's owner calls the organization (D9). */
  nickname: z.string().nullable().default(null),
  /** The one that the window opens on first; the first linked one until the account's owner chooses another (D9). */
  isDefault: z.boolean().default(false),
  /** Names of the people to ask, with `awaiting-administrator` (C6). */
  administrators: z.array(z.string()),
  /** Those that ran when the portal told them; left out where a portal has none. `runningWaits` asks the clock. */
  waits: z.array(waitSchema).optional(),
  /** With `awaiting-pin`. */
  pin: mailedPinSchema.optional(),
});
export type LinkedAccount = z.infer<typeof linkedAccountSchema>;

/** The linked account's waits that still run, the one that ends first at the head (D2). */
export const runningWaits = ({ waits = [] }: Pick<LinkedAccount, 'waits'>, now: Date): RunningWait[] =>
  waits
    .filter(({ until }) => new Date(until) > now)
    .toSorted((one, other) => new Date(one.until).getTime() - new Date(other.until).getTime());

/** What an account's owner decides about a linked account of theirs (D9); nobody else sees it. */
export const linkedAccountPreferencesSchema = z.strictObject({
  nickname: lineOfText(80).nullable(),
  isDefault: z.boolean(),
});
export type LinkedAccountPreferences = z.infer<typeof linkedAccountPreferencesSchema>;
