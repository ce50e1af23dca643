import { z } from 'zod';
import { emailSchema } from '../domain/email.ts';
import { npiSchema } from '../domain/npi.ts';
import { passwordProblem, type PasswordPolicy } from '../domain/password.ts';
import { phoneSchema } from '../domain/phone.ts';
import { providerIdSchema } from '../domain/provider-id.ts';
import { lineOfText, personNameSchema } from '../domain/text.ts';
import { tinSchema } from '../domain/tin.ts';
import { zipSchema } from '../domain/zip.ts';
import { fieldProblems, type FieldProblem } from '../errors.ts';
import { assertNever, fail, ok, type Result } from '../result.ts';
import type { Field, Step } from './definition.ts';

/** What was typed, by field id. */
export type Answers = Readonly<Record<string, string | boolean>>;

/** At the contract's edge: bounded, so that nobody's answers can fill a memory. */
export const answersSchema = z
  .record(z.string().max(64), z.union([z.string().max(2000, 'too_long'), z.boolean()]))
  .refine((answers) => Object.keys(answers).length <= 100, 'too_long');

/** Whether the field is asked at all, given the other answers. */
export const isVisible = (field: Field, answers: Answers): boolean =>
  field.visibleWhen === undefined || answers[field.visibleWhen.field] === field.visibleWhen.equals;

/**
 * The one validator of both sides. Answers come back in their normal form (trimmed, digits only, lower-case email),
 * those of invisible and unknown fields left out; problems name the field that they belong to.
 */
export function validateAnswers(
  steps: readonly Step[],
  answers: Answers,
  policy: PasswordPolicy,
): Result<Answers, FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const normal: Record<string, string | boolean> = {};
  for (const field of steps.flatMap((step) => step.fields)) {
    if (!isVisible(field, answers)) continue;
    const answer = answers[field.id];
    if (!field.required && isBlank(answer)) continue;
    const checked = checkField(field, answer, answers, policy);
    if (checked.ok) normal[field.id] = checked.value;
    else problems.push({ path: field.id, code: checked.error });
  }
  return problems.length === 0 ? ok(normal) : fail(problems);
}

const isBlank = (answer: unknown): boolean =>
  answer === undefined || answer === false || (typeof answer === 'string' && answer.trim() === '');

function checkField(
  field: Field,
  answer: unknown,
  answers: Answers,
  policy: PasswordPolicy,
): Result<string | boolean, FieldProblem['code']> {
  switch (field.kind) {
    case 'agreement':
      return answer === true ? ok(true) : fail('not_accepted');
    case 'choice': {
      if (answer === undefined || answer === '') return fail('required');
      const option = field.options?.find(({ value }) => value === answer);
      return option === undefined ? fail('not_an_option') : ok(option.value);
    }
    case 'new-password': {
      if (typeof answer !== 'string') return fail('required');
      const email = answers['email'];
      const problem = passwordProblem(answer, policy, typeof email === 'string' ? email : '');
      return problem === null ? ok(answer) : fail(problem);
    }
    case 'password-again':
      if (typeof answer !== 'string' || answer === '') return fail('required');
      return answer === answers['password'] ? ok(answer) : fail('password_mismatch');
    default:
      return parseText(textSchemaOf(field.kind), answer);
  }
}

function parseText(schema: z.ZodType<string>, answer: unknown): Result<string, FieldProblem['code']> {
  const parsed = schema.safeParse(answer);
  return parsed.success ? ok(parsed.data) : fail(fieldProblems(parsed.error)[0]?.code ?? 'invalid_format');
}

function textSchemaOf(
  kind: Exclude<Field['kind'], 'agreement' | 'choice' | 'new-password' | 'password-again'>,
): z.ZodType<string> {
  switch (kind) {
    case 'person-name':
      return personNameSchema;
    case 'line':
      return lineOfText(200);
    case 'email':
      return emailSchema;
    case 'phone':
    case 'fax':
      return phoneSchema;
    case 'tax-id':
      return tinSchema;
    case 'npi':
      return npiSchema;
    case 'provider-id':
    case 'organization':
      return providerIdSchema;
    case 'zip':
      return zipSchema;
    default:
      return assertNever(kind);
  }
}
