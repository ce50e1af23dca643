import { Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { dayOf } from '../../../src-shared/domain/guided-deadline.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { PortalDefinition, Step } from '../../../src-shared/portals/definition.ts';
import { guidedSteps, recordFields, recordStepId, type GuidedTask } from '../../../src-shared/portals/guided-steps.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { withoutSecrets } from '../wizard/wizard-state.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { CopyList } from './copy-list.tsx';
import { GuidedWords } from './guided-words.tsx';
import { PortalPages } from './portal-pages.tsx';
import { stepValues } from './step-values.ts';

export interface GuidedWizardProps {
  readonly draftKey: string;
  readonly portal: PortalDefinition;
  readonly task: GuidedTask;
  /** Keeps the record. Secret answers are not among what it is given. */
  readonly submit: (id: string, answers: Answers) => Promise<void>;
  readonly onCancel: () => void;
}

/** The portal's own steps, each with what is to be done at its web site, and a last one that keeps the record. */
export function GuidedWizard({ draftKey, portal, task, submit, onCancel }: GuidedWizardProps) {
  const { now } = useSurroundings();
  const steps = useMemo(() => guidedSteps(portal, task), [portal, task]);
  const [start] = useState(() => ({ [recordFields.doneOn]: dayOf(now()) }));
  return (
    <Wizard
      draftKey={draftKey}
      portalId={portal.id}
      steps={steps}
      policy={portal.passwordPolicy}
      start={task === 'account-kept' ? {} : start}
      needsPortal={false}
      checkEligibility={() => Promise.reject(new Error('Nothing is looked up in guided mode'))}
      submit={(id, answers) => submit(id, withoutSecrets(steps, answers))}
      onCancel={onCancel}
      guide={guideTo(portal)}
    />
  );
}

const guideTo = (portal: PortalDefinition) => (step: Step, answers: Answers) => (
  <Guide portal={portal} step={step} answers={answers} />
);

interface GuideProps {
  readonly portal: PortalDefinition;
  readonly step: Step;
  readonly answers: Answers;
}

function Guide({ portal, step, answers }: GuideProps) {
  if (step.id === recordStepId) {
    return (
      <Text size="sm" c="dimmed">
        Portal Desk keeps this record encrypted on this computer, and sends nothing. Passwords and security answers are
        not kept.
      </Text>
    );
  }
  const agreement = step.fields.find(({ kind }) => kind === 'agreement');
  const values = stepValues(step, answers);
  return (
    <Stack gap="sm" component="section" aria-labelledby="guided-step">
      <GuidedWords />
      <Title order={3} size="h4" id="guided-step">
        On the portal’s web site
      </Title>
      <PortalPages portal={portal} />
      <Text size="sm">
        {agreement !== undefined && 'Read and accept the terms there, then tick it here. '}
        {step.fields.some(({ kind }) => kind !== 'agreement') &&
          `Enter these values under “${step.title}”, then go on here with “${step.action}”.`}
        {step.fields.length === 0 && `Read the terms there and press “${step.action}” there, then here.`}
      </Text>
      <CopyList values={values} />
    </Stack>
  );
}
