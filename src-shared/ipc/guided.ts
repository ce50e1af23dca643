import { z } from 'zod';
import { dateSchema } from '../domain/date.ts';
import { guidedDeadlineSchema } from '../domain/guided-deadline.ts';
import { guidedRecordSchema, noteSchema } from '../domain/guided-record.ts';
import { idSchema } from '../domain/identifier.ts';
import {
  importedUserSchema,
  keptAgencySchema,
  keptPersonSchema,
  keptStatusSchema,
  mostImported,
  stepResultSchema,
} from '../domain/kept-by-hand.ts';
import { lineOfText } from '../domain/text.ts';
import { answersSchema } from '../portals/answers.ts';
import { deskAccountSchema } from './accounts.ts';
import { outboxItemSchema } from './people.ts';
import { defineProcedure, done } from './procedure.ts';

const accountInput = z.strictObject({ accountId: idSchema });
const organizationInput = z.strictObject({ organizationId: idSchema });

/** A decision that somebody carries out on the portal's web site. */
export const manualStepSchema = z.object({
  item: outboxItemSchema,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** With a step about a billing agency, where the names of a person are empty. */
  agency: z.object({ name: z.string(), city: z.string(), state: z.string() }).optional(),
  /** An earlier step about the same subject is still to be done. */
  blocked: z.boolean(),
});
export type ManualStep = z.infer<typeof manualStepSchema>;

/** Portals that have only a web site: somebody acts there, Portal Desk keeps the record. Nothing here uses a network. */
export const guidedProcedures = {
  /**
   * Keeps an account that was registered at the portal's web site (`registration`), or was there before
   * (`account-kept`). Secret answers are refused. The same id again gives the same account.
   */
  'guided.register': defineProcedure({
    input: z.strictObject({
      portalId: z.string().max(64),
      id: idSchema,
      task: z.enum(['registration', 'account-kept']),
      answers: answersSchema,
    }),
    output: deskAccountSchema,
  }),
  'guided.steps': defineProcedure({ input: organizationInput, output: z.object({ steps: z.array(manualStepSchema) }) }),
  /** `step_blocked` while an earlier step about the same person is open, `not_found` for one that was recorded. */
  'guided.recordStep': defineProcedure({
    input: z.strictObject({ commandId: idSchema, result: stepResultSchema }),
    output: done,
  }),
  /** Newest first; of the account and all of its organizations where none is named. */
  'guided.records': defineProcedure({
    input: accountInput.extend({ organizationId: idSchema.nullable(), skip: z.int().min(0).max(1_000_000) }),
    output: z.object({ records: z.array(guidedRecordSchema), total: z.int() }),
  }),
  'guided.keepNote': defineProcedure({
    input: accountInput.extend({ organizationId: idSchema.nullable(), note: noteSchema }),
    output: done,
  }),
  /** `invalid_input` at `email` where somebody else has the address already. */
  'guided.keepPerson': defineProcedure({
    input: organizationInput.extend({ person: keptPersonSchema }),
    output: done,
  }),
  /** Keeps an agency so that it can be added to the organization; that is a decision, and a step to do by hand (D10). */
  'guided.keepAgency': defineProcedure({
    input: organizationInput.extend({ agency: keptAgencySchema }),
    output: done,
  }),
  /**
   * Only an active linked account opens the people screens, as with a service. A PIN's deadlines begin and end with its
   * status (D8). `invalid_input` at `kept.since` for a day that has not come yet.
   */
  'guided.recordStatus': defineProcedure({
    input: accountInput.extend({ linkedAccountId: idSchema, kept: keptStatusSchema }),
    output: done,
  }),
  /** Adds users and brings those with a known email address up to date; only counts them unless `confirmed`. */
  'guided.importUsers': defineProcedure({
    input: organizationInput.extend({
      confirmed: z.boolean(),
      users: z.array(importedUserSchema).min(1, 'required').max(mostImported, 'too_long'),
    }),
    output: z.object({ added: z.int(), updated: z.int(), unchanged: z.int() }),
  }),
  'guided.deadlines': defineProcedure({
    input: accountInput,
    output: z.object({ deadlines: z.array(guidedDeadlineSchema) }),
  }),
  'guided.addDeadline': defineProcedure({
    input: accountInput.extend({ id: idSchema, label: lineOfText(200), dueOn: dateSchema }),
    output: done,
  }),
  /** Met: for `unused-sign-in` a sign-in at the portal (A9). */
  'guided.endDeadline': defineProcedure({
    input: accountInput.extend({ deadlineId: idSchema, doneOn: dateSchema }),
    output: done,
  }),
  /** Puts a value on the clipboard. A secret one is taken off after 30 seconds if it is still there. */
  'guided.copy': defineProcedure({
    input: z.strictObject({ text: z.string().min(1, 'required').max(2000, 'too_long'), isSecret: z.boolean() }),
    output: done,
  }),
};
