import { z } from 'zod';
import { dateSchema } from './date.ts';
import { emailSchema } from './email.ts';
import { noteSchema, referenceSchema } from './guided-record.ts';
import { idSchema } from './identifier.ts';
import { permissionSetSchema, roleSchema } from './permissions.ts';
import { phoneSchema } from './phone.ts';
import { stateSchema } from './state.ts';
import {
  accessRequestStatusSchema,
  invitationStatusSchema,
  linkedAccountStatusSchema,
  userStatusSchema,
} from './statuses.ts';
import { lineOfText, paragraphOfText, personNameSchema } from './text.ts';

/** What stands on a screen of the portal for one person. */
const person = { email: emailSchema, firstName: personNameSchema, lastName: personNameSchema };
const access = { role: roleSchema, permissions: permissionSetSchema };

/** Somebody as the portal's web site shows them, written down by hand. `id` names the row, known or new. */
export const keptPersonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), id: idSchema, ...person, ...access, status: userStatusSchema }),
  z.strictObject({ kind: z.literal('invitation'), id: idSchema, ...person, ...access, status: invitationStatusSchema }),
  z.strictObject({
    kind: z.literal('access-request'),
    id: idSchema,
    ...person,
    phone: phoneSchema.nullable(),
    status: accessRequestStatusSchema,
  }),
]);
export type KeptPerson = z.infer<typeof keptPersonSchema>;

/** A row of a file of users (C13). */
export const importedUserSchema = z.strictObject({ ...person, ...access, status: userStatusSchema });
export type ImportedUser = z.infer<typeof importedUserSchema>;

/** More rows than any practice has staff; a longer file is a mistake. */
export const mostImported = 20_000;

/** A billing agency as the portal's web site lists it, written down by hand (D10). */
export const keptAgencySchema = z.strictObject({
  id: idSchema,
  name: lineOfText(200),
  city: lineOfText(100),
  state: stateSchema,
});

/** Where a linked account stands at the portal's web site, since when, and what is to be remembered of it. */
export const keptStatusSchema = z.strictObject({
  status: linkedAccountStatusSchema,
  since: dateSchema,
  note: noteSchema.nullable(),
});

/** What came of a step that somebody was to carry out on the portal's web site. */
export const stepResultSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('done'),
    doneOn: dateSchema,
    reference: referenceSchema.nullable(),
    note: noteSchema.nullable(),
  }),
  z.strictObject({ outcome: z.literal('not-done'), reason: paragraphOfText(500) }),
]);
export type StepResult = z.infer<typeof stepResultSchema>;
