import { z } from 'zod';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { billingAgencyStatusSchema } from './statuses.ts';

/** A billing agency as a portal's directory lists it. */
export const listedAgencySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Null where the agency has registered without telling. */
  city: z.string().nullable(),
  state: z.string().nullable(),
  /** Somebody of the agency has a username and password (D10). */
  isRegistered: z.boolean(),
});
export type ListedAgency = z.infer<typeof listedAgencySchema>;

/** An agency that works, worked or will work for an organization (D10). */
export const billingAgencySchema = z.object({
  /** Of the agency's place in this organization, not of the agency. */
  id: idSchema,
  organizationId: idSchema,
  version: versionSchema,
  /** In the portal's directory. */
  agencyId: idSchema,
  name: z.string(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  status: billingAgencyStatusSchema,
  /** With `active`: since when. */
  activeSince: momentSchema.nullable(),
  /** The administrator's words, with `denied`. */
  reason: z.string().nullable(),
  changedBy: z.string().nullable(),
  changedAt: momentSchema,
});
export type BillingAgency = z.infer<typeof billingAgencySchema>;

/** What is typed to find an agency: a part of its name. */
export const agencySearchSchema = z.string({ error: 'required' }).trim().min(2, 'too_short').max(100, 'too_long');

/** `Worcester, MA`; null where nothing is known. */
export function placeOf({ city, state }: Pick<ListedAgency, 'city' | 'state'>): string | null {
  const known = [city, state].filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}
