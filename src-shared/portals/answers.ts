import { z } from 'zod';
import { emailSchema } from '../domain/email.ts';
import { planIdSchema } from '../domain/health-plan.ts';
import { npiSchema } from '../domain/npi.ts';
import { passwordProblem, type PasswordPolicy } from '../domain/password.ts';
import { phoneSchema } from '../domain/phone.ts';
import { npiOrProviderIdSchema, providerIdSchema } from '../domain/provider-id.ts';
import { dateSchema } from '../domain/date.ts';
import { stateSchema } from '../domain/state.ts';
import { usernameSchema } from '../domain/username.ts';
import { lineOfText, personNameSchema } from '../domain/text.ts';
import { tinSchema } from '../domain/tin.ts';
import { zipSchema } from '../domain/zip.ts';
import { fieldProblems, type FieldProblem } from '../errors.ts';
import { assertNever, fail, ok, type Result } from '../result.ts';
import type { Field, Step } from './definition.ts';

/** What was typed, ticked or listed. */
export type Answer = string | boolean | readonly string[];

/** What was answered, by field id. */
export type Answers = Readonly<Record<string, Answer>>;

const mostListed = 100;

/** At the contract's edge: bounded, so that nobody's answers can fill a memory. */
export const answersSchema = z
  .record(
    z.string().max(64),
    z.union([
      z.string().max(2000, 'too_long'),
      z.boolean(),
      z.array(z.string().max(200, 'too_long')).max(mostListed, 'too_long').readonly(),
    ]),
  )
  .refine((answers) => Object.keys(answers).length <= 100, 'too_long');

/** Whether the field or step is asked at all, given the other answers. */
export const isVisible = ({ visibleWhen }: Pick<Field, 'visibleWhen'>, answers: Answers): boolean =>
  visibleWhen === undefined || answers[visibleWhen.field] === visibleWhen.equals;

/** The fields that are asked, in their order. */
export const askedFields = (steps: readonly Step[], answers: Answers): Field[] =>
  steps
    .filter((step) => isVisible(step, answers))
    .flatMap((step) => step.fields.filter((field) => isVisible(field, answers)));

/**
 * The one validator of both sides. Answers come back in their normal form (trimmed, digits only, lower-case email),
 * those of invisible and unknown fields left out; problems name the field that they belong to, and the place in it
 * where the answer is a list: `taxIds.1`.
 */
export function validateAnswers(
  steps: readonly Step[],
  answers: Answers,
  policy: PasswordPolicy,
): Result<Answers, FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const normal: Record<string, Answer> = {};
  for (const field of askedFields(steps, answers)) {
    const answer = answers[field.id];
    if (!field.required && isBlank(answer)) continue;
    const checked = checkField(field, answer, answers, policy);
    if (checked.ok) normal[field.id] = checked.value;
    else problems.push(...checked.error.map(({ path, code }) => ({ path: `${field.id}${path}`, code })));
  }
  return problems.length === 0 ? ok(normal) : fail(problems);
}

const isBlank = (answer: unknown): boolean =>
  answer === undefined ||
  answer === false ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);

type Checked = Result<Answer, FieldProblem[]>;

/** A problem with the whole answer. */
const problem = (code: FieldProblem['code']): Checked => fail([{ path: '', code }]);

function checkField(field: Field, answer: unknown, answers: Answers, policy: PasswordPolicy): Checked {
  switch (field.kind) {
    case 'agreement':
      return answer === true ? ok(true) : problem('not_accepted');
    case 'choice':
    case 'association-route': {
      if (answer === undefined || answer === '') return problem('required');
      const option = field.options?.find(({ value }) => value === answer);
      if (option === undefined) return problem('not_an_option');
      return repeats(field, option.value, answers) ? problem('duplicate') : ok(option.value);
    }
    case 'new-password': {
      if (typeof answer !== 'string') return problem('required');
      const email = answers['email'];
      const found = passwordProblem(answer, policy, typeof email === 'string' ? email : '');
      return found === null ? ok(answer) : problem(found);
    }
    case 'password-again':
      if (typeof answer !== 'string' || answer === '') return problem('required');
      return answer === answers['password'] ? ok(answer) : problem('password_mismatch');
    case 'tax-ids':
      return checkList(answer, tinSchema);
    case 'health-plans':
      return checkList(answer, planIdSchema);
    default: {
      const checked = parseText(textSchemaOf(field.kind), answer);
      if (!checked.ok) return problem(checked.error);
      return repeats(field, checked.value, answers) ? problem('duplicate') : checked;
    }
  }
}

/** Whether one of the answers that have to differ is the same, capitals and spaces apart. */
const repeats = ({ differsFrom = [] }: Field, answer: string, answers: Answers): boolean =>
  differsFrom.some((id) => {
    const other = answers[id];
    return typeof other === 'string' && folded(other) === folded(answer);
  });

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();

function checkList(answer: unknown, schema: z.ZodType<string>): Checked {
  if (answer === undefined || answer === '') return problem('required');
  if (!Array.isArray(answer)) return problem('invalid_format');
  if (answer.length === 0) return problem('required');
  if (answer.length > mostListed) return problem('too_long');
  const problems: FieldProblem[] = [];
  const normal: string[] = [];
  for (const [place, item] of answer.entries()) {
    const checked = parseText(schema, item);
    if (!checked.ok) problems.push({ path: `.${String(place)}`, code: checked.error });
    else if (normal.includes(checked.value)) problems.push({ path: `.${String(place)}`, code: 'duplicate' });
    else normal.push(checked.value);
  }
  return problems.length === 0 ? ok(normal) : fail(problems);
}

function parseText(schema: z.ZodType<string>, answer: unknown): Result<string, FieldProblem['code']> {
  const parsed = schema.safeParse(answer);
  return parsed.success ? ok(parsed.data) : fail(fieldProblems(parsed.error)[0]?.code ?? 'invalid_format');
}

type TextKind = Exclude<
  Field['kind'],
  'agreement' | 'choice' | 'association-route' | 'new-password' | 'password-again' | 'tax-ids' | 'health-plans'
>;

function textSchemaOf(kind: TextKind): z.ZodType<string> {
  switch (kind) {
    case 'person-name':
      return personNameSchema;
    case 'line':
      return lineOfText(200);
    case 'security-answer':
      return lineOfText(100);
    case 'email':
      return emailSchema;
    case 'username':
      return usernameSchema;
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
    case 'npi-or-provider-id':
      return npiOrProviderIdSchema;
    case 'zip':
      return zipSchema;
    case 'state':
      return stateSchema;
    case 'date':
      return dateSchema;
    default:
      return assertNever(kind);
  }
}
