import type { DeskError, FieldProblem } from '../../../src-shared/errors.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { PasswordPolicy } from '../../../src-shared/domain/password.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { isVisible, validateAnswers, type Answer, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Field, Step } from '../../../src-shared/portals/definition.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { WizardDraft } from './wizard-drafts.tsx';
import { withoutChoicesOf, withoutClosedRoutes } from './withdrawn-answers.ts';

/** A wizard's whole state: a pure function of what happened to it. */
export interface WizardState {
  /** The step that is shown; while the form is reviewed, the last one. */
  readonly stepIndex: number;
  /** A7: the completed form is shown instead of a step. */
  readonly reviewing: boolean;
  /** One step was opened out of the review, to which it leads back. */
  readonly returnsToReview: boolean;
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
  /** Goes on where somebody stopped earlier. */
  readonly isResumed: boolean;
}

export type WizardEvent =
  | { readonly kind: 'answered'; readonly field: string; readonly answer: Answer }
  | { readonly kind: 'filled'; readonly answers: Answers }
  | { readonly kind: 'asked' }
  | { readonly kind: 'advanced'; readonly found?: Eligibility }
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'refused'; readonly error: DeskError }
  | { readonly kind: 'went-back' }
  /** Out of the review: to one step, or through all of them once more. */
  | { readonly kind: 'edited'; readonly stepIndex: number | null }
  | { readonly kind: 'resumed'; readonly draft: WizardDraft }
  | { readonly kind: 'restarted'; readonly answers: Answers };

const fresh = (answers: Answers): WizardState => ({
  stepIndex: 0,
  reviewing: false,
  returnsToReview: false,
  answers,
  found: null,
  phase: 'editing',
  problems: [],
  error: null,
  refusals: 0,
  isResumed: false,
});

/** Starts where the draft was left, or earlier where a secret has to be typed again. */
export function startWizard(steps: readonly Step[], draft: WizardDraft | undefined, start: Answers = {}): WizardState {
  if (draft === undefined) return fresh(start);
  const { answers, found } = draft;
  const needsSecret = steps.findIndex(
    (step) =>
      isVisible(step, answers) &&
      step.fields.some((field) => field.secret === true && field.required && answers[field.id] === undefined),
  );
  const left = Math.min(Math.max(draft.stepIndex, 0), steps.length - 1);
  const wanted = needsSecret === -1 ? left : Math.min(left, needsSecret);
  const stepIndex = steps[wanted] === undefined || !isVisible(steps[wanted], answers) ? 0 : wanted;
  return { ...fresh(answers), stepIndex, found, isResumed: stepIndex > 0 || Object.keys(answers).length > 0 };
}

export const reduceWizard =
  (steps: readonly Step[]) =>
  (state: WizardState, event: WizardEvent): WizardState => {
    const settled = { ...state, phase: 'editing', problems: [], error: null } as const;
    switch (event.kind) {
      case 'answered':
        return {
          ...state,
          answers: { ...withoutChoicesOf(steps, state.answers, event.field), [event.field]: event.answer },
          problems: state.problems.filter(({ path }) => fieldOf(path) !== event.field),
        };
      case 'filled':
        return {
          ...state,
          answers: { ...state.answers, ...event.answers },
          problems: state.problems.filter(({ path }) => !(fieldOf(path) in event.answers)),
        };
      case 'asked':
        return { ...settled, phase: 'asking' };
      case 'advanced': {
        const found = event.found ?? state.found;
        const answers = event.found === undefined ? state.answers : withoutClosedRoutes(steps, state.answers, found);
        return { ...settled, answers, found, stepIndex: stepAfter(steps, answers, state.stepIndex) ?? state.stepIndex };
      }
      case 'reviewed':
        return { ...settled, reviewing: true, returnsToReview: false, stepIndex: lastStep(steps, state.answers) };
      case 'refused':
        return refuse(steps, state, event.error);
      case 'went-back':
        if (state.reviewing) return { ...settled, reviewing: false };
        return { ...settled, stepIndex: stepBefore(steps, state.answers, state.stepIndex) ?? state.stepIndex };
      case 'edited':
        return {
          ...settled,
          reviewing: false,
          returnsToReview: event.stepIndex !== null,
          stepIndex: event.stepIndex ?? stepAfter(steps, state.answers, -1) ?? 0,
        };
      case 'resumed':
        return startWizard(steps, event.draft);
      case 'restarted':
        return fresh(event.answers);
      default:
        return assertNever(event);
    }
  };

/** The field that a problem's path belongs to: `taxIds` of `taxIds.1`. */
export const fieldOf = (path: string): string => path.split('.', 1)[0] ?? path;

/** The next step that is in sight with these answers; null after the last one. */
export function stepAfter(steps: readonly Step[], answers: Answers, from: number): number | null {
  const index = steps.findIndex((step, place) => place > from && isVisible(step, answers));
  return index === -1 ? null : index;
}

/** The step in sight before that one; null at the first. */
export function stepBefore(steps: readonly Step[], answers: Answers, from: number): number | null {
  const index = steps.findLastIndex((step, place) => place < from && isVisible(step, answers));
  return index === -1 ? null : index;
}

const lastStep = (steps: readonly Step[], answers: Answers): number => stepBefore(steps, answers, steps.length) ?? 0;

/** Opens the earliest step that has one of the fields complained about; nothing that was typed is touched. */
function refuse(steps: readonly Step[], state: WizardState, error: DeskError): WizardState {
  const problems = error.fields ?? [];
  const owner = steps.findIndex(
    (step) =>
      isVisible(step, state.answers) &&
      step.fields.some((field) => problems.some(({ path }) => fieldOf(path) === field.id)),
  );
  const allPlaced = problems.length > 0 && owner !== -1;
  const leavesReview = state.reviewing && owner !== -1;
  return {
    ...state,
    phase: 'editing',
    reviewing: state.reviewing && owner === -1,
    returnsToReview: leavesReview || state.returnsToReview,
    stepIndex: owner === -1 ? state.stepIndex : Math.min(owner, state.stepIndex),
    problems,
    error: allPlaced && error.code === 'invalid_input' ? null : error,
    refusals: state.refusals + 1,
  };
}

export const visibleFields = (step: Step, answers: Answers): Field[] =>
  step.fields.filter((field) => isVisible(field, answers));

/** What is wrong with the steps' own fields, as the portal would say it; null when nothing is. */
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
