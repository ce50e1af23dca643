import { emailSchema } from '../../../src-shared/domain/email.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { fieldText } from '../../lib/field-texts.ts';

/** The sentence beside a field for an email address, or true where it holds one. */
export function emailProblem(email: string): string | true {
  const parsed = emailSchema.safeParse(email);
  return parsed.success || fieldText(fieldProblems(parsed.error)[0]?.code ?? 'email_format');
}
