import { z } from 'zod';
import { emailSchema } from './email.ts';
import { idSchema } from './identifier.ts';
import { npiSchema } from './npi.ts';
import { providerTypeSchema } from './organization.ts';
import { phoneSchema } from './phone.ts';
import { providerIdSchema } from './provider-id.ts';
import { stateSchema } from './state.ts';
import { lineOfText, personNameSchema } from './text.ts';
import { tinSchema } from './tin.ts';
import { zipSchema } from './zip.ts';

/** What may be left out: null, and so is a text without any characters but spaces. */
export const optionalText = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z
    .string()
    .nullable()
    .transform((text) => (text === null || text.trim() === '' ? null : text))
    .pipe(schema.nullable());

/** Somebody who registers or is registered at portals. */
export const practicePersonSchema = z.strictObject({
  id: idSchema,
  firstName: personNameSchema,
  lastName: personNameSchema,
  email: optionalText(emailSchema),
  phone: optionalText(phoneSchema),
  fax: optionalText(phoneSchema),
  /** Their own, where they are a practitioner. */
  npi: optionalText(npiSchema),
});
export type PracticePerson = z.output<typeof practicePersonSchema>;

/** Payers' letters tell apart where payments go and where patients come (C11). */
export const addressPurposes = ['remittance', 'practice', 'other'] as const;
export type AddressPurpose = (typeof addressPurposes)[number];

/** The ZIP code alone is enough: it is what portals compare (C2). */
export const practiceAddressSchema = z.strictObject({
  id: idSchema,
  purpose: z.enum(addressPurposes, { error: 'not_an_option' }),
  street: optionalText(lineOfText(200)),
  city: optionalText(lineOfText(80)),
  state: optionalText(stateSchema),
  zip: zipSchema,
});

export const practiceOrganizationSchema = z.strictObject({
  id: idSchema,
  kind: providerTypeSchema,
  name: lineOfText(200),
  npi: optionalText(npiSchema),
  /** Nine digits. Lists show the last four only. */
  taxId: optionalText(tinSchema),
  /** What each portal calls the organization, one for each portal. */
  providerIds: z
    .array(
      z.strictObject({ portalId: z.string().min(1, 'required').max(64, 'too_long'), providerId: providerIdSchema }),
    )
    .max(50, 'too_long')
    .superRefine(refuseRepeats('portalId')),
  addresses: z.array(practiceAddressSchema).max(20, 'too_long').superRefine(refuseRepeats('id')),
});
export type PracticeOrganization = z.output<typeof practiceOrganizationSchema>;

/** What a practice tells every portal again and again. It belongs to this computer, not to an account. */
export const practiceProfileSchema = z.strictObject({
  people: z.array(practicePersonSchema).max(200, 'too_long').superRefine(refuseRepeats('id')),
  organizations: z.array(practiceOrganizationSchema).max(200, 'too_long').superRefine(refuseRepeats('id')),
});
export type PracticeProfile = z.output<typeof practiceProfileSchema>;

export const emptyPracticeProfile: PracticeProfile = { people: [], organizations: [] };

/** Marks every item whose `key` an earlier one has. */
function refuseRepeats<Key extends string>(key: Key) {
  return (items: readonly Readonly<Record<Key, string>>[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [place, item] of items.entries()) {
      if (seen.has(item[key])) context.addIssue({ code: 'custom', message: 'duplicate', path: [place, key] });
      seen.add(item[key]);
    }
  };
}
