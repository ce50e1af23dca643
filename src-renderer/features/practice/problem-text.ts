import { fieldProblemCodeSchema } from '../../../src-shared/errors.ts';
import { fieldText } from '../../lib/field-texts.ts';

/** The sentence for what a schema of the profile says about a field; undefined where nothing is wrong. */
export function problemText(problem: { readonly message?: string | undefined } | undefined): string | undefined {
  if (problem === undefined) return undefined;
  const code = fieldProblemCodeSchema.safeParse(problem.message);
  return fieldText(code.success ? code.data : 'invalid_format');
}
