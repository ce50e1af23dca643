import fc from 'fast-check';
import type { Named } from './texts.ts';

/** Answers as they may arrive: nothing has vouched for their types yet. */
export type AnyAnswers = Readonly<Record<string, unknown>>;

/** What answers of one kind of field are like. */
export interface KindRule {
  /** Answers that are taken, given those to the fields before. */
  valid(answers: AnyAnswers): fc.Arbitrary<unknown>;
  /** Answers that are refused, whether the field is required or not. */
  readonly malformed: readonly Named[];
  /** What stands for no answer: refused where the field is required, left out where it is not. */
  readonly unanswered: readonly Named[];
  /** Unusual answers that are taken all the same. */
  readonly odd: readonly Named[];
}

const missing: readonly Named[] = [
  ['missing', undefined],
  ['empty', ''],
];
const noValue: readonly Named[] = [
  ['null', null],
  ['a number', 7],
  ['a list', ['x']],
  ['an object', { value: 'x' }],
];
const huge: Named = ['a megabyte', 'x'.repeat(1024 * 1024)];

interface TextTraits {
  readonly valid: fc.Arbitrary<unknown> | KindRule['valid'];
  readonly malformed: readonly Named[];
  readonly odd: readonly Named[];
}

export const textRule = ({ valid, malformed, odd }: TextTraits): KindRule => ({
  valid: typeof valid === 'function' ? valid : () => valid,
  malformed: [...noValue, ['a yes', true], huge, ...malformed],
  unanswered: [...missing, ['a no', false]],
  odd,
});

export const choiceRule = (values: readonly string[]): KindRule => ({
  valid: () => fc.constantFrom(...values),
  malformed: [
    ...noValue,
    ['a yes', true],
    huge,
    ['blank', '   '],
    ['no option', 'no such option'],
    ['an option with a space', `${values[0] ?? ''} `],
    ['the first option in a list', [values[0]]],
    ['the name of a prototype', '__proto__'],
    ['the name of a method', 'toString'],
  ],
  unanswered: missing,
  odd: [],
});

export const consentRule: KindRule = {
  valid: () => fc.constant(true),
  malformed: [...noValue, huge, ['the word', 'true'], ['as a form sends it', 'on'], ['one', 1]],
  unanswered: [...missing, ['a no', false]],
  odd: [],
};

interface ListTraits {
  readonly valid: fc.Arbitrary<unknown>;
  /** Items that are refused, each in a list of its own. */
  readonly malformed: readonly Named<string>[];
  /** Two ways to write the same. */
  readonly twice: readonly [string, string];
  readonly odd: readonly Named[];
}

export const listRule = ({ valid, malformed, twice, odd }: ListTraits): KindRule => ({
  valid: () => valid,
  malformed: [
    ['null', null],
    ['a number', 7],
    ['an object', { 0: twice[0], length: 1 }],
    ['a yes', true],
    ['a text instead of a list', twice[0]],
    huge,
    ['a list in a list', [[twice[0]]]],
    ['a list with nothing in it', [null]],
    ['a blank item', [twice[0], ' ']],
    ['an item twice', [...twice]],
    ['one too many', Array.from({ length: 101 }, () => twice[0])],
    ...malformed.map(([what, item]): Named => [`a list with ${what}`, [item]]),
  ],
  unanswered: [...missing, ['a no', false], ['an empty list', []]],
  odd,
});
