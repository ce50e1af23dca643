import { z } from 'zod';
import { accessRequestSchema } from '../domain/access-request.ts';
import { commandKinds, intentSchema, type CommandKind } from '../domain/command.ts';
import { idSchema, momentSchema } from '../domain/identifier.ts';
import { invitationSchema } from '../domain/invitation.ts';
import { roleSchema } from '../domain/permissions.ts';
import { accessRequestStatusSchema, invitationStatusSchema, userStatusSchema } from '../domain/statuses.ts';
import { userSchema } from '../domain/user.ts';
import { deskErrorSchema } from '../errors.ts';
import { defineProcedure, done } from './procedure.ts';
import { wantedPreferencesSchema } from './wanted-preferences.ts';

/**
 * A command that the portal has not answered with success: `waiting` in the outbox, `sending` now,
 * or `refused` with the reason, until somebody dismisses it.
 */
export const pendingCommandSchema = z.object({
  id: idSchema,
  kind: z.enum(commandKinds as [CommandKind, ...CommandKind[]]),
  state: z.enum(['waiting', 'sending', 'refused']),
  decidedAt: momentSchema,
  error: deskErrorSchema.nullable(),
  /** Waits until somebody has done it on the portal's web site and recorded that. */
  byHand: z.literal(true).optional(),
});
export type PendingCommand = z.infer<typeof pendingCommandSchema>;

const pending = { pending: z.array(pendingCommandSchema) };

/** A row as the portal said it, with the commands that lie over it, oldest first. */
export const userRowSchema = userSchema.extend(pending);
export type UserRow = z.infer<typeof userRowSchema>;
export const invitationRowSchema = invitationSchema.extend(pending);
export type InvitationRow = z.infer<typeof invitationRowSchema>;
export const accessRequestRowSchema = accessRequestSchema.extend(pending);
export type AccessRequestRow = z.infer<typeof accessRequestRowSchema>;

const search = z.string().max(200, 'too_long');
const direction = z.enum(['ascending', 'descending']);
/** A page starts after the row that `after` names (the last page's `next`), or at the beginning, and then `skip` rows further on. */
const pageInput = z.strictObject({
  organizationId: idSchema,
  search,
  after: z.string().max(1000).nullable(),
  skip: z.int().nonnegative().max(10_000_000),
  limit: z.int().min(1).max(200),
});
const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    /** Rows that the search and filters leave, over all pages. */
    total: z.int().nonnegative(),
    /** When the portal last answered a pull for this organization; null before the first. */
    asOf: momentSchema.nullable(),
  });

export const userSortColumns = ['name', 'email', 'role', 'status'] as const;

export const peopleProcedures = {
  'users.page': defineProcedure({
    input: pageInput.extend({
      roles: z.array(roleSchema).max(2),
      statuses: z.array(userStatusSchema).max(3),
      sort: z.strictObject({ column: z.enum(userSortColumns), direction }),
    }),
    output: pageOf(userRowSchema),
  }),
  'users.counts': defineProcedure({
    input: z.strictObject({ organizationId: idSchema }),
    output: z.object({
      users: z.int(),
      administrators: z.int(),
      pendingRequests: z.int(),
      openInvitations: z.int(),
    }),
  }),
  'invitations.page': defineProcedure({
    input: pageInput.extend({ statuses: z.array(invitationStatusSchema).max(6) }),
    output: pageOf(invitationRowSchema),
  }),
  'accessRequests.page': defineProcedure({
    input: pageInput.extend({ statuses: z.array(accessRequestStatusSchema).max(4) }),
    output: pageOf(accessRequestRowSchema),
  }),
};

/** A command in the outbox, told for a person. */
export const outboxItemSchema = pendingCommandSchema.extend({
  organizationId: idSchema,
  intent: intentSchema,
  /** Whom it is about: a name, or an email address. */
  subjectName: z.string(),
  /** With a refusal: how the subject stands now, as far as this computer knows; null where it is not there (any more). */
  present: z
    .object({
      status: z.string(),
      /** Of a user. */
      role: roleSchema.optional(),
      changedBy: z.string().nullable(),
      changedAt: momentSchema.nullable(),
    })
    .nullable()
    .optional(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export const commandProcedures = {
  /** Keeps the decisions durably, in order, and answers before they are sent. All or none. */
  'commands.submit': defineProcedure({
    input: z.strictObject({ organizationId: idSchema, intents: z.array(intentSchema).min(1).max(500, 'too_long') }),
    output: z.object({ commandIds: z.array(idSchema) }),
  }),
  'commands.list': defineProcedure({
    input: z.strictObject({ organizationId: idSchema }),
    output: z.object({ items: z.array(outboxItemSchema) }),
  }),
  /** All that an account has decided and the portal has not carried out, in every organization, in the order of deciding. */
  'commands.ofAccount': defineProcedure({
    input: z.strictObject({ accountId: idSchema }),
    output: z.object({ items: z.array(outboxItemSchema), preferences: z.array(wantedPreferencesSchema) }),
  }),
  /** Takes a waiting command back. Refused with `command_in_flight` once it may have been sent. */
  'commands.undo': defineProcedure({ input: z.strictObject({ commandId: idSchema }), output: done }),
  /** Takes note of a refusal. */
  'commands.dismiss': defineProcedure({ input: z.strictObject({ commandId: idSchema }), output: done }),
};
