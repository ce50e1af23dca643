import { useEffect, useReducer, useRef } from 'react';
import type { PasswordPolicy } from '../../../src-shared/domain/password.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Step } from '../../../src-shared/portals/definition.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useWizardDrafts } from './wizard-drafts.tsx';
import { reduceWizard, startWizard, stepError, withoutSecrets, type WizardState } from './wizard-state.ts';

export interface WizardTask {
  /** Whose directory is searched where the steps let one choose from it, and whose provider ID is filled in. */
  readonly portalId: string;
  /** Names the draft; another key is another wizard. */
  readonly draftKey: string;
  readonly steps: readonly Step[];
  readonly policy: PasswordPolicy;
  /** Asks the portal whom the step's answers match. Rejects with `DeskFailure`. */
  readonly checkEligibility: (answers: Answers) => Promise<Eligibility>;
  /** Sends all answers. The same id comes again as long as the answers are the same. Rejects with `DeskFailure`. */
  readonly submit: (id: string, answers: Answers) => Promise<void>;
}

export interface Wizard {
  readonly state: WizardState;
  readonly step: Step;
  readonly isLast: boolean;
  answer(field: string, answer: string | boolean): void;
  /** Answers several fields at once. */
  fill(answers: Readonly<Record<string, string>>): void;
  back(): void;
  next(): Promise<void>;
}

/** Runs the steps: checks each one, asks the portal where the step says so, and submits at the end. */
export function useWizard({ draftKey, portalId, steps, policy, checkEligibility, submit }: WizardTask): Wizard {
  const { newId } = useSurroundings();
  const { drafts, keep, discard, complete } = useWizardDrafts();
  const [state, tell] = useReducer(reduceWizard(steps), drafts[draftKey], (draft) => startWizard(steps, draft));
  const submission = useRef<string | null>(null);
  const finished = useRef(false);

  const { answers, stepIndex, found } = state;
  useEffect(() => {
    if (!finished.current) keep(draftKey, { answers: withoutSecrets(steps, answers), stepIndex, found });
  }, [keep, draftKey, steps, answers, stepIndex, found]);

  const step = steps[stepIndex];
  if (step === undefined) throw new Error(`Wizard ${draftKey} has no step ${String(stepIndex)}`);
  const isLast = stepIndex === steps.length - 1;

  const next = async (): Promise<void> => {
    const wrong = stepError(step, answers, policy);
    if (wrong !== null) {
      tell({ kind: 'refused', error: wrong });
      return;
    }
    if (step.checksEligibility !== true && !isLast) {
      tell({ kind: 'advanced' });
      return;
    }
    tell({ kind: 'asked' });
    try {
      const match = step.checksEligibility === true ? await checkEligibility(normal([step])) : undefined;
      if (isLast) {
        submission.current ??= newId();
        const sent = normal(steps);
        await submit(submission.current, sent);
        finished.current = true;
        discard(draftKey);
        complete({ portalId, steps, answers: withoutSecrets(steps, sent) });
      } else tell({ kind: 'advanced', ...(match === undefined ? {} : { found: match }) });
    } catch (error) {
      tell({ kind: 'refused', error: deskErrorOf(error) });
    }
  };

  /** The answers in the form that travels. What an earlier step let through is normal; a later one was not asked yet. */
  function normal(of: readonly Step[]): Answers {
    const checked = validateAnswers(of, answers, policy);
    return checked.ok ? checked.value : answers;
  }

  return {
    state,
    step,
    isLast,
    answer: (field, answer) => {
      submission.current = null;
      tell({ kind: 'answered', field, answer });
    },
    fill: (filled) => {
      submission.current = null;
      tell({ kind: 'filled', answers: filled });
    },
    back: () => tell({ kind: 'went-back', to: stepIndex - 1 }),
    next,
  };
}
