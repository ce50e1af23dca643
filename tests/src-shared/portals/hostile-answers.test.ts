import { describe, expect, it } from 'vitest';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import type { Field, FieldKind } from '../../../src-shared/portals/definition.ts';
import type { AnyAnswers } from '../../portal-answers/kind-rule.ts';
import { kindRule } from '../../portal-answers/kind-rules.ts';
import {
  allWizards,
  answersWith,
  asAnswers,
  conditionsOf,
  dependantsOf,
  fieldOfPath,
  fieldsOf,
  validAnswers,
  type WizardCase,
} from '../../portal-answers/wizards.ts';

const seeds = [1, 2, 3, 4, 5];
const wizards = allWizards.map((wizard) => [`${wizard.portal.id} ${wizard.name}`, wizard] as const);

const check = ({ portal, steps }: WizardCase, answers: AnyAnswers) =>
  validateAnswers(steps, asAnswers(answers), portal.passwordPolicy);

/** The field alone is complained about, and at most what is judged by it. */
function expectBlamed(wizard: WizardCase, field: Field, answers: AnyAnswers, what: string): void {
  const checked = check(wizard, answers);
  const paths = checked.ok ? [] : checked.error.map(({ path }) => fieldOfPath(path));
  expect(paths, `${field.id} is ${what}`).toContain(field.id);
  const follows = dependantsOf(wizard, field);
  expect(
    paths.filter((path) => path !== field.id && !follows.includes(path)),
    `others, while ${field.id} is ${what}`,
  ).toEqual([]);
}

function expectTaken(wizard: WizardCase, answers: AnyAnswers, what: string): AnyAnswers {
  const checked = check(wizard, answers);
  expect(checked, what).toMatchObject({ ok: true });
  const normal = checked.ok ? checked.value : {};
  expect(check(wizard, normal), `the normal form of ${what}`).toEqual({ ok: true, value: normal });
  return normal;
}

describe.each(wizards)('%s', (_name, wizard) => {
  const fields = fieldsOf(wizard).map((field) => [field.id, field] as const);
  const rule = (field: Field) => kindRule(field, wizard.portal.passwordPolicy);

  it.each(seeds)('takes valid answers and leaves their normal form as it is (%i)', (seed) => {
    const answers = validAnswers(wizard, seed);
    expect(Object.keys(expectTaken(wizard, answers, 'valid answers')).toSorted()).toEqual(
      Object.keys(answers).toSorted(),
    );
  });

  it.each(fields)('%s: blames the field for every malformed answer, and no other', (_id, field) => {
    const given = answersWith(wizard, 9, field);
    for (const [what, value] of rule(field).malformed) expectBlamed(wizard, field, given(value), what);
  });

  it.each(fields)('%s: no answer is refused where one is required, and left out where not', (_id, field) => {
    const given = answersWith(wizard, 10, field);
    for (const [what, value] of rule(field).unanswered) {
      const answers = given(value);
      if (field.required) expectBlamed(wizard, field, answers, what);
      else expect(expectTaken(wizard, answers, `${field.id} ${what}`)).not.toHaveProperty(field.id);
    }
  });

  it.each(fields)('%s: blanks are no answer', (_id, field) => {
    const given = answersWith(wizard, 14, field);
    for (const blank of ['   ', '\t', '\u00a0\u3000']) {
      const answers = given(blank);
      if (field.required) expectBlamed(wizard, field, answers, 'blank');
      else expect(expectTaken(wizard, answers, `${field.id} blank`)).not.toHaveProperty(field.id);
    }
  });

  it.each(fields)('%s: unusual answers are taken, in a form that stays', (_id, field) => {
    const given = answersWith(wizard, 11, field);
    for (const [what, value] of rule(field).odd) {
      expect(expectTaken(wizard, given(value), `${field.id}: ${what}`)).toHaveProperty(field.id);
    }
  });

  const conditional = fieldsOf(wizard).filter((field) => conditionsOf(wizard, field).length > 0);
  it('never asks for a field that is not in sight, and never returns it', () => {
    for (const field of conditional) {
      const [condition] = conditionsOf(wizard, field);
      const deciding = fieldsOf(wizard).find(({ id }) => id === condition?.field);
      if (deciding?.options === undefined) throw new Error(`${field.id} depends on no choice`);
      const hiding = deciding.options.filter(({ value }) => value !== condition?.equals);
      // a choice with one option is made by itself, or not at all
      if (hiding.length === 0) continue;
      const others = answersWith(wizard, 12, deciding);
      for (const { value: other } of hiding)
        for (const [what, value] of [...rule(field).malformed, ...rule(field).unanswered]) {
          const answers = { ...others(other), [field.id]: value };
          const normal = expectTaken(wizard, answers, `${field.id} out of sight, ${what}`);
          expect(normal).not.toHaveProperty(field.id);
        }
    }
  });

  it('leaves out what no field asks for, the names of prototypes among it', () => {
    const strange = { constructor: 'x', toString: 'x', permissions: 'administrator', isAdmin: true };
    const answers = Object.defineProperty(validAnswers(wizard, 13, strange), '__proto__', {
      value: { isAdmin: true },
      enumerable: true,
    });
    const normal = expectTaken(wizard, answers, 'answers to other questions');
    const asked = fieldsOf(wizard).map(({ id }) => id);
    expect(Object.keys(normal).filter((key) => !asked.includes(key))).toEqual([]);
    expect(Object.getPrototypeOf(normal)).toBe(Object.prototype);
  });

  it('blames every required field that is in sight when nothing is answered', () => {
    const checked = check(wizard, {});
    const expected = fieldsOf(wizard).filter((field) => field.required && conditionsOf(wizard, field).length === 0);
    expect(checked.ok ? [] : checked.error.map(({ path }) => path)).toEqual(expected.map(({ id }) => id));
  });
});

it('a kind that nobody has described fails by its name', () => {
  const field: Field = { id: 'eyes', label: 'Eyes', kind: 'iris-scan' as FieldKind, required: true };
  expect(() => kindRule(field, { minLength: 8, maxLength: 64 })).toThrow('does not know the kind "iris-scan"');
});
