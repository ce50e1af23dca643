import { useEffect, useReducer, useRef } from 'react';
import type { PasswordPolicy } from '../../../src-shared/domain/password.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { validateAnswers, type Answer, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Review, Step } from '../../../src-shared/portals/definition.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import { useWizardDrafts } from './wizard-drafts.tsx';
import { reduceWizard, startWizard, stepAfter, stepError, withoutSecrets, type WizardState } from './wizard-state.ts';

export interface WizardTask {
  /** Whose directory is searched where the steps let one choose from it, and whose provider ID is filled in. */
  readonly portalId: string;
  /** Names the draft; another key is another wizard. */
  readonly draftKey: string;
  readonly steps: readonly Step[];
  readonly policy: PasswordPolicy;
  /** False where nothing is asked of the portal: what is kept by hand. Default true. */
  readonly needsPortal?: boolean;
  /** Shows the completed form before it is submitted (A7). */
  readonly review?: Review | undefined;
  /** Answers that a fresh wizard has already. */
  readonly start?: Answers;
  /** Asks the portal whom the step's answers match. Rejects with `DeskFailure`. */
  readonly checkEligibility: (answers: Answers) => Promise<Eligibility>;
  /** Sends all answers. The same id comes again as long as the answers are the same. Rejects with `DeskFailure`. */
  readonly submit: (id: string, answers: Answers) => Promise<void>;
}

export interface Wizard {
  readonly state: WizardState;
  readonly step: Step;
  /** No step follows. */
  readonly isLast: boolean;
  answer(field: string, answer: Answer): void;
  /** Answers several fields at once. */
  fill(answers: Readonly<Record<string, string | readonly string[]>>): void;
  back(): void;
  /** Leaves the step as its button says; `accepted` names agreements that the button itself accepts (D4). */
  next(accepted?: readonly string[]): Promise<void>;
  /** A7: out of the review, to one step or through all of them. */
  edit(stepIndex: number | null): void;
  /** A7: submits what was reviewed. */
  submitReviewed(): Promise<void>;
  /** Forgets everything that was typed. */
  startOver(): void;
}

/** Runs the steps: checks each one, asks the portal where the step says so, and submits at the end. */
export function useWizard(task: WizardTask): Wizard {
  const { draftKey, portalId, steps, policy, review, start, checkEligibility, submit } = task;
  const { newId } = useSurroundings();
  const { drafts, complete } = useWizardDrafts();
  const [state, tell] = useReducer(reduceWizard(steps), drafts[draftKey], (draft) => startWizard(steps, draft, start));
  const submission = useRef<string | null>(null);
  const finished = useRef(false);
  const touched = useRef(false);
  const { keep, remember, discard } = useKeptDraft(draftKey, steps, (draft) => {
    if (!touched.current) tell({ kind: 'resumed', draft });
  });

  const { answers, stepIndex, found, isResumed } = state;
  useEffect(() => {
    if (finished.current) return;
    const draft = { answers: withoutSecrets(steps, answers), stepIndex, found };
    if (touched.current) keep(draft);
    else if (isResumed) remember(draft);
  }, [keep, remember, steps, answers, stepIndex, found, isResumed]);

  const step = steps[stepIndex];
  if (step === undefined) throw new Error(`Wizard ${draftKey} has no step ${String(stepIndex)}`);
  const isLast = stepAfter(steps, answers, stepIndex) === null;

  const next = async (accepted: readonly string[] = []): Promise<void> => {
    touched.current = true;
    for (const field of accepted) tell({ kind: 'answered', field, answer: true });
    const given = { ...answers, ...Object.fromEntries(accepted.map((field) => [field, true])) };
    const wrong = stepError(step, given, policy);
    if (wrong !== null) {
      tell({ kind: 'refused', error: wrong });
      return;
    }
    const isDone = isLast || (state.returnsToReview && validateAnswers(steps, given, policy).ok);
    const submits = isLast && review === undefined;
    if (step.checksEligibility !== true && !submits) {
      tell({ kind: isDone ? 'reviewed' : 'advanced' });
      return;
    }
    await ask(async () => {
      const match = step.checksEligibility === true ? await checkEligibility(normal([step], given)) : undefined;
      if (submits) await send(given);
      else {
        tell({ kind: 'advanced', ...(match === undefined ? {} : { found: match }) });
        if (isDone) tell({ kind: 'reviewed' });
      }
    });
  };

  const ask = async (work: () => Promise<void>): Promise<void> => {
    tell({ kind: 'asked' });
    try {
      await work();
    } catch (error) {
      tell({ kind: 'refused', error: deskErrorOf(error) });
    }
  };

  const send = async (given: Answers): Promise<void> => {
    submission.current ??= newId();
    const sent = normal(steps, given);
    await submit(submission.current, sent);
    finished.current = true;
    discard();
    complete({ portalId, steps, answers: withoutSecrets(steps, sent) });
  };

  /** The answers in the form that travels. What an earlier step let through is normal; a later one was not asked yet. */
  function normal(of: readonly Step[], given: Answers): Answers {
    const checked = validateAnswers(of, given, policy);
    return checked.ok ? checked.value : given;
  }

  const change = (): void => {
    submission.current = null;
    touched.current = true;
  };
  return {
    state,
    step,
    isLast,
    answer: (field, answer) => {
      change();
      tell({ kind: 'answered', field, answer });
    },
    fill: (filled) => {
      change();
      tell({ kind: 'filled', answers: filled });
    },
    back: () => tell({ kind: 'went-back' }),
    next,
    edit: (to) => tell({ kind: 'edited', stepIndex: to }),
    submitReviewed: () => ask(() => send(answers)),
    startOver: () => {
      touched.current = false;
      submission.current = null;
      discard();
      tell({ kind: 'restarted', answers: start ?? {} });
    },
  };
}
