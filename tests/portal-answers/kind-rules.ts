import fc from 'fast-check';
import { npiFromFirstNine } from '../../src-shared/domain/npi.ts';
import type { PasswordPolicy } from '../../src-shared/domain/password.ts';
import type { Field } from '../../src-shared/portals/definition.ts';
import { choiceRule, consentRule, listRule, textRule, type KindRule } from './kind-rule.ts';
import { freeText, unreadable, type Named } from './texts.ts';

type MakeRule = (field: Field, policy: PasswordPolicy) => KindRule;

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${String(length - 1)}}$`, 'u'));
const named = <Value extends string>(...values: readonly Value[]): Named<Value>[] =>
  values.map((value) => [JSON.stringify(value), value]);

/** One line for people to read: markup and emoji are text like any other, what hides or turns text round is not. */
const lineRule = (max: number, ...samples: readonly string[]): KindRule =>
  textRule({
    valid: fc.constantFrom(...samples),
    malformed: [['one over its length', 'x'.repeat(max + 1)], ...unreadable],
    odd: [['as long as it may be', 'x'.repeat(max)], ['between spaces', `  ${samples[0] ?? 'x'} `], ...freeText],
  });

/** Anything beside its format is refused, whatever it is. */
const formatRule = (valid: fc.Arbitrary<string>, malformed: readonly Named[], odd: readonly Named[] = []): KindRule =>
  textRule({ valid, malformed: [...malformed, ...unreadable, ...freeText], odd });

const phoneRule = () =>
  formatRule(
    fc.integer({ min: 100, max: 199 }).map((number) => `413-555-0${String(number)}`),
    named('555-0123', '113-555-0123', '413-155-0123', '911-555-0123', '413-555-01234', '413-555-012x'),
    named('(413) 555-0123', '+1 413 555 0123', '413.555.0123'),
  );

const providerIdRule = () =>
  formatRule(
    digits(6).map((number) => `P${number}`),
    // the capital of ß is two letters
    [...named('P 100', 'P_100', '100.5', 'ß'), ['one over its length', 'P'.repeat(33)]],
    [...named('p518203', ' cca-100772 ', 'constructor'), ['as long as it may be', 'P'.repeat(32)]],
  );

const npi = digits(8).map((number) => npiFromFirstNine(`1${number}`));

const rules: ReadonlyMap<string, MakeRule> = new Map<Field['kind'], MakeRule>([
  ['person-name', () => lineRule(80, 'Noor', "O'Neill", 'Anne-Marie', 'Zoë', 'de la Cruz')],
  ['line', () => lineRule(200, 'Harborview Family Medicine', 'Müller & Sons, LLC', 'Suite 4 / West')],
  [
    'email',
    () =>
      formatRule(
        fc.nat(9999).map((number) => `front.desk-${String(number)}@example.com`),
        [
          ...named('robin', 'robin@', '@example.com', 'a b@example.com', 'a@example', 'a@b@example.com'),
          ['one over its length', `${'a'.repeat(243)}@example.com`],
        ],
        [...named('  Front.Desk@Example.COM '), ['as long as it may be', `${'a'.repeat(242)}@example.com`]],
      ),
  ],
  ['phone', phoneRule],
  ['fax', phoneRule],
  [
    'tax-id',
    () =>
      formatRule(
        digits(7).map((number) => `12-${number}`),
        named('12345678', '1234567890', '12-34567890', '000-12-3456', '666-12-3456', '900-12-3456', '123-00-4567'),
        named('123-45-6789', ' 123456789 ', '07-1234567'),
      ),
  ],
  [
    'npi',
    () =>
      formatRule(
        npi,
        named('1234567890', '3234567893', '123456789', '12345678931', '12345 7893'),
        named(' 1993999998 '),
      ),
  ],
  ['provider-id', providerIdRule],
  ['organization', providerIdRule],
  [
    'zip',
    () =>
      formatRule(
        digits(4).map((number) => `0${number}`),
        named('2139', '021390', '02139-12', '02139 1234', 'ABCDE', '٠٢١٣٩'),
        named(' 02139 ', '02139-1234'),
      ),
  ],
  [
    'new-password',
    (_field, policy) =>
      textRule({
        valid: fc
          .nat(9999)
          .map((number) => `${'quiet maple lanterns '.padEnd(policy.minLength, '~')}${String(number)}`),
        malformed: [
          ['one too short', 'q7 maple'.padEnd(policy.minLength, '~k').slice(0, policy.minLength - 1)],
          ['one over its length', 'q7 maple~'.repeat(policy.maxLength).slice(0, policy.maxLength + 1)],
          ['one letter only', 'a'.repeat(policy.minLength)],
          ...named('password1'),
        ],
        // a password is never shown, so that any character may be in it
        odd: freeText.map(([what, text]) => [what, `${text} ${'quiet maple '.repeat(2)}`]),
      }),
  ],
  [
    'password-again',
    () =>
      textRule({
        valid: (answers) => fc.constant(answers['password']),
        malformed: [...named('another one'), ...unreadable, ...freeText],
        odd: [],
      }),
  ],
  ['choice', (field) => choiceRule(field.options?.map(({ value }) => value) ?? [])],
  ['association-route', (field) => choiceRule(field.options?.map(({ value }) => value) ?? [])],
  ['agreement', () => consentRule],
  [
    'tax-ids',
    () =>
      listRule({
        valid: fc.uniqueArray(digits(7), { minLength: 1, maxLength: 4 }).map((all) => all.map((n) => `12-${n}`)),
        malformed: [...named<string>('12345678', '12-34567890', '000-12-3456', '666-12-3456'), ...unreadable],
        twice: ['12-3456789', ' 123456789'],
        odd: [
          ['an SSN and an unassigned prefix', ['123-45-6789', ' 071234567 ']],
          ['as many as it may be', Array.from({ length: 100 }, (_, place) => String(120_000_000 + place))],
        ],
      }),
  ],
  [
    'health-plans',
    () =>
      listRule({
        valid: fc.uniqueArray(fc.constantFrom('blue-cross', 'bay-commonwealth', 'quabbin'), { minLength: 1 }),
        malformed: [...named<string>('Blue Cross', 'blue_cross', 'x'.repeat(65)), ...unreadable, ...freeText],
        twice: ['quabbin', 'quabbin'],
        odd: [['the name of a method', ['constructor', '0']]],
      }),
  ],
  [
    'npi-or-provider-id',
    () =>
      formatRule(
        fc.oneof(
          npi,
          digits(6).map((number) => `P${number}`),
        ),
        [...named('1234567890', '3234567893', 'P 100', 'P_100', 'ß'), ['one over its length', 'P'.repeat(33)]],
        named(' 1993999998 ', 'p518203', '123456789', '12345678931'),
      ),
  ],
  [
    'state',
    () =>
      formatRule(
        fc.constantFrom('MA', 'VT', 'PR', 'DC'),
        named('M', 'MAS', 'M1', 'Massachusetts', 'ß', 'М А'),
        named(' ma ', 'Ny'),
      ),
  ],
  [
    'date',
    () =>
      formatRule(
        fc.integer({ min: 10, max: 28 }).map((day) => `2026-02-${String(day)}`),
        named('2026-02-30', '2026-2-3', '02/03/2026', '20260203', '1899-12-31', '2200-01-01', '2026-02-03T00:00:00Z'),
        named(' 2024-02-29 ', '1900-01-01', '2199-12-31'),
      ),
  ],
  [
    'username',
    () =>
      formatRule(
        fc.nat(9999).map((number) => `front.desk-${String(number)}`),
        [
          ...named('short', '1frontdesk', 'front desk', 'front.desk@example.com', 'frönt-desk'),
          ['one over its length', `f${'d'.repeat(64)}`],
        ],
        [...named(' Front_Desk.1 ', 'constructor'), ['as long as it may be', `f${'d'.repeat(63)}`]],
      ),
  ],
  [
    'security-answer',
    () => ({
      ...lineRule(100, 'Otter Lane'),
      // others than the unusual ones: no two answers of a person may be the same
      valid: () => fc.constantFrom('Holyoke', 'Priya', "Saint Mary's", 'Volvo', 'Özdemir'),
    }),
  ],
]);

/** What answers of the field's kind are like. Throws for a kind that nobody has described here yet. */
export function kindRule(field: Field, policy: PasswordPolicy): KindRule {
  const rule = rules.get(field.kind);
  if (rule === undefined)
    throw new Error(
      `tests/portal-answers/kind-rules.ts does not know the kind "${field.kind}" of the field "${field.id}": ` +
        'describe there which answers are valid and which are malformed.',
    );
  return rule(field, policy);
}
