import fc from 'fast-check';
import type { Answers } from '../../src-shared/portals/answers.ts';
import { portals } from '../../src-shared/portals/catalogue.ts';
import type { Field, PortalDefinition, Step } from '../../src-shared/portals/definition.ts';
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
  (['registration', 'linkAccount'] as const).map((name) => ({ portal, name, steps: portal[name].steps }));

/** Every wizard of the catalogue, and of one portal that exists in the tests alone. */
export const allWizards: readonly WizardCase[] = [...portals, sixthPortal].flatMap(wizardsOf);

export const fieldsOf = ({ steps }: Pick<WizardCase, 'steps'>): Field[] => steps.flatMap((step) => step.fields);

/** Answers to every field, taken by every side. The same seed gives the same; `given` stays as it is. */
export function validAnswers(wizard: WizardCase, seed: number, given: AnyAnswers = {}): AnyAnswers {
  const answers: Record<string, unknown> = { ...given };
  for (const [place, field] of fieldsOf(wizard).entries()) {
    if (Object.hasOwn(answers, field.id) || !isAsked(field, answers)) continue;
    const valid = kindRule(field, wizard.portal.passwordPolicy).valid(answers);
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

/** The answers that make the wizard ask for the field. */
export function showing(wizard: WizardCase, field: Field): AnyAnswers {
  const { visibleWhen } = field;
  if (visibleWhen === undefined) return {};
  const deciding = fieldsOf(wizard).find(({ id }) => id === visibleWhen.field);
  return {
    ...(deciding === undefined ? {} : showing(wizard, deciding)),
    [visibleWhen.field]: visibleWhen.equals,
  };
}

/** The fields whose answers are judged by the answer to this one. */
export const dependantsOf = (wizard: WizardCase, field: Field): string[] =>
  fieldsOf(wizard)
    .filter(
      ({ kind, visibleWhen }) =>
        visibleWhen?.field === field.id || (kind === 'password-again' && field.kind === 'new-password'),
    )
    .map(({ id }) => id);

const isAsked = ({ visibleWhen }: Field, answers: AnyAnswers): boolean =>
  visibleWhen === undefined || answers[visibleWhen.field] === visibleWhen.equals;

/** The validator's type says what a careful caller hands in; these tests are not careful. */
export const asAnswers = (answers: AnyAnswers): Answers => answers as Answers;
