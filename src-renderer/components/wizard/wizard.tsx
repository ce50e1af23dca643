import { Button, Group, Paper, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { isVisible, type Answers } from '../../../src-shared/portals/answers.ts';
import type { Step } from '../../../src-shared/portals/definition.ts';
import { useWizard, type WizardTask } from './use-wizard.ts';
import { WizardReview } from './wizard-review.tsx';
import { WizardStep } from './wizard-step.tsx';
import { WizardSteps } from './wizard-steps.tsx';
import classes from './wizard.module.css';

export interface WizardProps extends WizardTask {
  /** Leaves the wizard; its answers, secrets apart, wait for the return. */
  readonly onCancel: () => void;
  /** Beside the buttons of the first step. */
  readonly aside?: ReactNode;
  /** Below a step's fields: what is done with its answers elsewhere. */
  readonly guide?: (step: Step, answers: Answers) => ReactNode;
}

/** Draws the steps of any portal definition (docs/portals.md), one at a time, and the review after them (A7). */
export function Wizard({ onCancel, aside, guide, ...task }: WizardProps) {
  const wizard = useWizard(task);
  const { state, step } = wizard;
  const { review } = task;
  const shown = state.reviewing ? 'review' : step.id;
  const frame = useRef<HTMLDivElement>(null);
  const shownBefore = useRef(shown);
  const inSight = task.steps.filter((each) => isVisible(each, state.answers));

  useEffect(() => {
    if (shownBefore.current === shown) return;
    shownBefore.current = shown;
    const heading = frame.current?.querySelector<HTMLElement>('#wizard-step');
    heading?.focus({ preventScroll: true });
    heading?.closest('main')?.scrollTo({ top: 0 });
  }, [shown]);
  useEffect(() => {
    if (state.refusals === 0) return;
    const problem = frame.current?.querySelector<HTMLElement>('[data-problem]');
    const refusal = frame.current?.querySelector<HTMLElement>('#wizard-refusal');
    if (problem) problem.focus();
    else if (refusal) {
      refusal.focus({ preventScroll: true });
      refusal.scrollIntoView({ block: 'center' });
    }
  }, [state.refusals]);

  return (
    <Paper withBorder p="xl" className={classes['wizard'] ?? ''} ref={frame}>
      <WizardSteps
        steps={review === undefined ? inSight : [...inSight, { id: 'review', title: 'Review' }]}
        current={state.reviewing ? inSight.length : inSight.indexOf(step)}
      />
      {state.isResumed && !state.reviewing && (
        <Group justify="space-between" gap="sm" mb="md" wrap="nowrap">
          <Text size="sm" c="dimmed">
            You go on where you left off. Passwords and other secrets are not kept.
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            className={classes['aside'] ?? ''}
            disabled={state.phase === 'asking'}
            onClick={() => {
              wizard.startOver();
              frame.current?.querySelector<HTMLElement>('#wizard-step')?.focus();
            }}
          >
            Start over
          </Button>
        </Group>
      )}
      {state.reviewing && review !== undefined ? (
        <WizardReview review={review} task={task} wizard={wizard} />
      ) : (
        <WizardStep
          key={step.id}
          task={task}
          wizard={wizard}
          guide={guide?.(step, state.answers)}
          aside={inSight[0] === step ? aside : null}
          onCancel={inSight[0] === step ? onCancel : null}
        />
      )}
    </Paper>
  );
}
