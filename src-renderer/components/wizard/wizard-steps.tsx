import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Step } from '../../../src-shared/portals/definition.ts';
import classes from './wizard.module.css';

/** "Step 1 of 2 - Provider Eligibility" is "Provider Eligibility" among the steps of the whole way. */
const shortTitle = (title: string): string => title.split(/ [-–] /u).at(-1) ?? title;

export interface WizardStepsProps {
  /** Those in sight. */
  readonly steps: readonly Pick<Step, 'id' | 'title'>[];
  readonly current: number;
}

/** Where one is on the way. */
export const WizardSteps = ({ steps, current }: WizardStepsProps) => (
  <ol className={classes['steps']} aria-label="Progress">
    {steps.map((step, index) => {
      const state = index < current ? 'done' : index === current ? 'current' : 'ahead';
      return (
        <li key={step.id} className={classes['step']} aria-current={state === 'current' ? 'step' : undefined}>
          <span className={classes['dot']} data-state={state} aria-hidden>
            {state === 'done' && <IconCheck size={14} stroke={3} />}
          </span>
          {shortTitle(step.title)}
          {state === 'done' && <VisuallyHidden>, done</VisuallyHidden>}
        </li>
      );
    })}
  </ol>
);
