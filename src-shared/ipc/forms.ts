import { z } from 'zod';
import { defineProcedure } from './procedure.ts';

const mostCharacters = 100_000;

const rowSchema = z.strictObject({ label: z.string().max(300, 'too_long'), value: z.string().max(4000, 'too_long') });

/** A completed form as it is shown: what is masked there comes masked. */
export const printedFormSchema = z
  .strictObject({
    title: z.string().max(200, 'too_long'),
    portalName: z.string().max(200, 'too_long'),
    sections: z
      .array(z.strictObject({ title: z.string().max(300, 'too_long'), rows: z.array(rowSchema).max(100, 'too_long') }))
      .max(50, 'too_long'),
  })
  .refine(({ sections }) => JSON.stringify(sections).length <= mostCharacters, 'too_long');
export type PrintedForm = z.infer<typeof printedFormSchema>;

export const formProcedures = {
  /**
   * Saves the form as a PDF where the person says (A7); `saved` is null when they say nowhere. `file_not_written` where
   * the disk refuses.
   */
  'forms.print': defineProcedure({ input: printedFormSchema, output: z.object({ saved: z.string().nullable() }) }),
};
