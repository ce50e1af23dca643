import fc from 'fast-check';
import type { Answers } from '../../src-shared/portals/answers.ts';
import { portals } from '../../src-shared/portals/catalogue.ts';
import type { Condition, Field, PortalDefinition, Step } from '../../src-shared/portals/definition.ts';
import type { AnyAnswers } from './kind-rule.ts';
import { kindRule } from './kind-rules.ts';
import { sixthPortal } from './sixth-portal.ts';

/** A way through a portal's steps. */
export interface WizardCase {
  readonly portal: PortalDefinition;
  readonly name: 'registration' | 'linkAccount';
  readonly steps: readonly Step[];
}

const wizardsOf = (portal: PortalDefinition): WizardCase[] =>
  (['registration', 'linkAccount'] as const).flatMap((name) => {
    const steps = portal[name]?.steps;
    return steps === undefined ? [] : [{ portal, name, steps }];
  });

/** Every wizard of the catalogue, and of one portal that exists in the tests alone. */
export const allWizards: readonly WizardCase[] = [...portals, sixthPortal].flatMap(wizardsOf);

export const fieldsOf = ({ steps }: Pick<WizardCase, 'steps'>): Field[] => steps.flatMap((step) => step.fields);

/** Answers to every field, taken by every side. The same seed gives the same; `given` stays as it is. */
export function validAnswers(wizard: WizardCase, seed: number, given: AnyAnswers = {}): AnyAnswers {
  const answers: Record<string, unknown> = { ...given };
  for (const [place, field] of fieldsOf(wizard).entries()) {
    if (Object.hasOwn(answers, field.id) || !isAsked(wizard, field, answers)) continue;
    const elsewhere = new Set(field.differsFrom?.map((id) => answers[id]));
    const valid = kindRule(field, wizard.portal.passwordPolicy)
      .valid(answers)
      .filter((answer) => !elsewhere.has(answer));
    answers[field.id] = fc.sample(valid, { seed: seed * 1000 + place, numRuns: 1 })[0];
  }
  return answers;
}

/**
 * Valid answers to all but this field, which is asked for: one set for each answer to it. What is judged by the field's
 * answer follows it, such as the password that is entered again.
 */
export function answersWith(wizard: WizardCase, seed: number, field: Field): (value: unknown) => AnyAnswers {
  const valid = Object.entries(validAnswers(wizard, seed, showing(wizard, field)));
  const follows = dependantsOf(wizard, field);
  const others = Object.fromEntries(valid.filter(([id]) => !follows.includes(id)));
  return (value) => validAnswers(wizard, seed, { ...others, [field.id]: value });
}

/** What has to hold so that the field is asked for: of its step, and of its own. */
export const conditionsOf = ({ steps }: Pick<WizardCase, 'steps'>, field: Field): Condition[] =>
  [steps.find((step) => step.fields.includes(field))?.visibleWhen, field.visibleWhen].filter(
    (condition) => condition !== undefined,
  );

/** The answers that make the wizard ask for the field. */
export function showing(wizard: WizardCase, field: Field): AnyAnswers {
  return Object.assign(
    {},
    ...conditionsOf(wizard, field).map((condition): AnyAnswers => {
      const deciding = fieldsOf(wizard).find(({ id }) => id === condition.field);
      return {
        ...(deciding === undefined ? {} : showing(wizard, deciding)),
        [condition.field]: condition.equals,
      };
    }),
  ) as AnyAnswers;
}

/** The fields whose answers are judged by the answer to this one, and those that are judged by theirs. */
export const dependantsOf = (wizard: WizardCase, field: Field): string[] =>
  fieldsOf(wizard)
    .filter(
      (other) =>
        conditionsOf(wizard, other).some((condition) => condition.field === field.id) ||
        (other.kind === 'password-again' && field.kind === 'new-password'),
    )
    .flatMap((other) => [other.id, ...dependantsOf(wizard, other)]);

/** The field that a problem's path belongs to: `taxIds` of `taxIds.1`. */
export const fieldOfPath = (path: string): string => path.split('.', 1)[0] ?? path;

const isAsked = (wizard: WizardCase, field: Field, answers: AnyAnswers): boolean =>
  conditionsOf(wizard, field).every(({ field: id, equals }) => answers[id] === equals);

/** The validator's type says what a careful caller hands in; these tests are not careful. */
export const asAnswers = (answers: AnyAnswers): Answers => answers as Answers;
