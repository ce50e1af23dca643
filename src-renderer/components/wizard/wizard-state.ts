import type { DeskError, FieldProblem } from '../../../src-shared/errors.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { PasswordPolicy } from '../../../src-shared/domain/password.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { isVisible, validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../src-shared/portals/definition.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { WizardDraft } from './wizard-drafts.tsx';

/** A wizard's whole state: a pure function of what happened to it. */
export interface WizardState {
  readonly stepIndex: number;
  readonly answers: Answers;
  /** Who was found for the answers so far. */
  readonly found: Eligibility | null;
  /** `asking`: the portal is being asked; the answers cannot change meanwhile. */
  readonly phase: 'editing' | 'asking';
  readonly problems: readonly FieldProblem[];
  /** A failure that belongs to no field of the step. */
  readonly error: DeskError | null;
  /** Counts refusals, so that each one moves the focus to the first field that has a problem. */
  readonly refusals: number;
}

export type WizardEvent =
  | { readonly kind: 'answered'; readonly field: string; readonly answer: string | boolean }
  | { readonly kind: 'filled'; readonly answers: Readonly<Record<string, string>> }
  | { readonly kind: 'asked' }
  | { readonly kind: 'advanced'; readonly found?: Eligibility }
  | { readonly kind: 'refused'; readonly error: DeskError }
  | { readonly kind: 'went-back'; readonly to: number };

/** Starts where the draft was left, or earlier where a secret has to be typed again. */
export function startWizard(steps: readonly Step[], draft: WizardDraft | undefined): WizardState {
  const answers = draft?.answers ?? {};
  const needsSecret = steps.findIndex((step) =>
    step.fields.some((field) => field.secret === true && answers[field.id] === undefined),
  );
  const left = draft?.stepIndex ?? 0;
  return {
    stepIndex: needsSecret === -1 ? left : Math.min(left, needsSecret),
    answers,
    found: draft?.found ?? null,
    phase: 'editing',
    problems: [],
    error: null,
    refusals: 0,
  };
}

export const reduceWizard =
  (steps: readonly Step[]) =>
  (state: WizardState, event: WizardEvent): WizardState => {
    switch (event.kind) {
      case 'answered':
        return {
          ...state,
          answers: { ...withoutChoicesOf(steps, state.answers, event.field), [event.field]: event.answer },
          problems: state.problems.filter(({ path }) => path !== event.field),
        };
      case 'filled':
        return {
          ...state,
          answers: { ...state.answers, ...event.answers },
          problems: state.problems.filter(({ path }) => !(path in event.answers)),
        };
      case 'asked':
        return { ...state, phase: 'asking', problems: [], error: null };
      case 'advanced':
        return {
          ...state,
          phase: 'editing',
          stepIndex: Math.min(state.stepIndex + 1, steps.length - 1),
          found: event.found ?? state.found,
          problems: [],
          error: null,
        };
      case 'refused':
        return refuse(steps, state, event.error);
      case 'went-back':
        return { ...state, phase: 'editing', stepIndex: event.to, problems: [], error: null };
      default:
        return assertNever(event);
    }
  };

/** What was chosen among the matches of a field is no answer any more once that field's answer is another one. */
const withoutChoicesOf = (steps: readonly Step[], answers: Answers, field: string): Answers => {
  const chosen = new Set(
    steps
      .flatMap((step) => step.fields)
      .filter(({ matchesOf }) => matchesOf === field)
      .map(({ id }) => id),
  );
  return chosen.size === 0 ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => !chosen.has(id)));
};

/** Opens the earliest step that has one of the fields complained about; nothing that was typed is touched. */
function refuse(steps: readonly Step[], state: WizardState, error: DeskError): WizardState {
  const problems = error.fields ?? [];
  const owner = steps.findIndex((step) => step.fields.some(({ id }) => problems.some(({ path }) => path === id)));
  const stepIndex = owner === -1 ? state.stepIndex : Math.min(owner, state.stepIndex);
  const allPlaced = problems.length > 0 && owner !== -1;
  return {
    ...state,
    phase: 'editing',
    stepIndex,
    problems,
    error: allPlaced && error.code === 'invalid_input' ? null : error,
    refusals: state.refusals + 1,
  };
}

export const visibleFields = (step: Step, answers: Answers): Field[] =>
  step.fields.filter((field) => isVisible(field, answers));

/** What is wrong with the step's own fields, as the portal would say it; null when nothing is. */
export function stepError(step: Step, answers: Answers, policy: PasswordPolicy): DeskError | null {
  const checked = validateAnswers([step], answers, policy);
  return checked.ok ? null : invalidInput(checked.error);
}

/** The answers without the secret ones. */
export function withoutSecrets(steps: readonly Step[], answers: Answers): Answers {
  const secret = new Set(
    steps.flatMap((step) => step.fields.filter((field) => field.secret === true).map(({ id }) => id)),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !secret.has(id)));
}
