import { z } from 'zod';
import { eligibilitySchema } from '../portal-api/registration.ts';
import { answersSchema } from '../portals/answers.ts';
import { defineProcedure, done } from './procedure.ts';

const draftKeySchema = z.string().min(1, 'required').max(200, 'too_long');
const mostCharacters = 64_000;

/** An unfinished wizard. Answers that any portal's definition calls secret are never among those kept. */
export const draftSchema = z.strictObject({
  answers: answersSchema,
  /** The step that it was left at. */
  stepId: z.string().max(64, 'too_long'),
  found: eligibilitySchema.nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Unfinished wizards, encrypted on this computer: one for each key, the last twenty. */
export const draftProcedures = {
  'drafts.read': defineProcedure({
    input: z.strictObject({ key: draftKeySchema }),
    output: z.object({ draft: draftSchema.nullable() }),
  }),
  'drafts.keep': defineProcedure({
    input: z.strictObject({
      key: draftKeySchema,
      draft: draftSchema.refine((draft) => JSON.stringify(draft).length <= mostCharacters, 'too_long'),
    }),
    output: done,
  }),
  'drafts.discard': defineProcedure({ input: z.strictObject({ key: draftKeySchema }), output: done }),
};
