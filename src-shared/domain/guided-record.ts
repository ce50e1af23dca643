import { z } from 'zod';
import { commandKinds, type CommandKind } from './command.ts';
import { dateSchema } from './date.ts';
import { idSchema, momentSchema } from './identifier.ts';
import { linkedAccountStatusSchema } from './statuses.ts';
import { lineOfText, paragraphOfText } from './text.ts';

/** What can be done at a portal's web site, beside decisions about people. */
export const guidedActs = [
  'registration',
  'account-kept',
  'link-account',
  'linked-status',
  'sign-in',
  'deadline-met',
  'note',
] as const;

export const referenceSchema = lineOfText(100);
export const noteSchema = paragraphOfText(1000);

/** What somebody says was done at a portal's web site: Portal Desk saw none of it. */
export const guidedRecordSchema = z.object({
  id: idSchema,
  accountId: idSchema,
  /** Null for what concerns the account alone. */
  organizationId: idSchema.nullable(),
  what: z.enum([...guidedActs, ...(commandKinds as [CommandKind, ...CommandKind[]])]),
  /** Whom or what it is about; empty where `what` says it all. */
  subject: z.string(),
  outcome: z.enum(['done', 'not-done']),
  doneOn: dateSchema,
  recordedAt: momentSchema,
  recordedBy: z.string(),
  /** The number that the portal gave. */
  reference: z.string().nullable(),
  note: z.string().nullable(),
  /** With `linked-status`: where the linked account stands since then. */
  status: linkedAccountStatusSchema.optional(),
});
export type GuidedRecord = z.infer<typeof guidedRecordSchema>;
