import { z } from 'zod';
import { emailSchema } from './email.ts';
import { idSchema, momentSchema, versionSchema } from './identifier.ts';
import { permissionSetSchema, roleSchema } from './permissions.ts';
import { paragraphOfText, personNameSchema } from './text.ts';

const reasonSchema = paragraphOfText(500);
const access = { role: roleSchema, permissions: permissionSetSchema };
const empty = z.strictObject({});

/** What is asked of the subject, by kind. One command, one subject. */
const payloads = {
  'invite-user': z.strictObject({
    email: emailSchema,
    firstName: personNameSchema,
    lastName: personNameSchema,
    ...access,
  }),
  'resend-invitation': empty,
  'cancel-invitation': empty,
  'approve-access-request': z.strictObject(access),
  'deny-access-request': z.strictObject({ reason: reasonSchema }),
  'make-admin': empty,
  'revoke-user': z.strictObject({ reason: reasonSchema.nullable() }),
  'restore-user': empty,
  'edit-role-and-permissions': z.strictObject(access),
  'add-billing-agency': z.strictObject({ agencyId: idSchema }),
  'deny-billing-agency': z.strictObject({ reason: reasonSchema.nullable() }),
} as const;

export type CommandKind = keyof typeof payloads;
export const commandKinds = Object.keys(payloads) as CommandKind[];

export type SubjectKind = 'user' | 'invitation' | 'access-request' | 'billing-agency';
export const subjectKindOf: Readonly<Record<CommandKind, SubjectKind>> = {
  'invite-user': 'invitation',
  'resend-invitation': 'invitation',
  'cancel-invitation': 'invitation',
  'approve-access-request': 'access-request',
  'deny-access-request': 'access-request',
  'make-admin': 'user',
  'revoke-user': 'user',
  'restore-user': 'user',
  'edit-role-and-permissions': 'user',
  'add-billing-agency': 'billing-agency',
  'deny-billing-agency': 'billing-agency',
};

const variant = <Kind extends CommandKind>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), subjectId: idSchema, payload: payloads[kind] });

/**
 * What a person decided, before the desktop gives it an id and a version. `subjectId` of `invite-user` is the new
 * invitation's, of `add-billing-agency` that of the agency's new or denied place in the organization.
 */
export const intentSchema = z.discriminatedUnion('kind', [
  variant('invite-user'),
  variant('resend-invitation'),
  variant('cancel-invitation'),
  variant('approve-access-request'),
  variant('deny-access-request'),
  variant('make-admin'),
  variant('revoke-user'),
  variant('restore-user'),
  variant('edit-role-and-permissions'),
  variant('add-billing-agency'),
  variant('deny-billing-agency'),
]);
export type Intent = z.infer<typeof intentSchema>;

/** An intent sent to the portal, identified by a UUIDv7, with the version of the subject that it was decided on. */
export const commandSchema = z.strictObject({
  id: idSchema,
  organizationId: idSchema,
  /** 0 where the subject does not exist yet: for `invite-user`, and for `add-billing-agency` the first time. */
  baseVersion: versionSchema,
  decidedAt: momentSchema,
  intent: intentSchema,
});
export type Command = z.infer<typeof commandSchema>;
