import { screen } from '@testing-library/react';
import { Wizard, type WizardProps } from '../../../../src-renderer/components/wizard/wizard.tsx';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import type { Field, PortalDefinition, Step } from '../../../../src-shared/portals/definition.ts';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { renderScreen, type Screen } from '../../render-screen.tsx';

interface DrawnWizard extends Screen {
  /** What was submitted. */
  readonly sent: Answers[];
  /** The heading of the step or review that is shown. */
  readonly title: () => string | null;
}

/** Draws a wizard of this portal over a fake main process; what it submits is kept. */
export async function drawWizard(
  portal: PortalDefinition,
  steps: readonly Step[],
  over: Partial<WizardProps> = {},
  desk: FakeDesk = createFakeDesk(),
): Promise<DrawnWizard> {
  const sent: Answers[] = [];
  const drawn = await renderScreen(
    <Wizard
      draftKey="test"
      portalId={portal.id}
      steps={steps}
      policy={portal.passwordPolicy}
      checkEligibility={() => Promise.reject(new Error('not asked'))}
      submit={(_id, answers) => {
        sent.push(answers);
        return Promise.resolve();
      }}
      onCancel={() => undefined}
      {...over}
    />,
    { desk },
  );
  return { ...drawn, sent, title: () => screen.getByRole('heading', { level: 2 }).textContent };
}

/** A step with these fields alone, shown whatever others say. */
export const stepOf = (...fields: readonly Field[]): Step => ({
  id: 'alone',
  title: 'Alone',
  fields: fields.map(({ visibleWhen: _always, ...field }) => field),
  action: 'Next',
});

/** The field of a portal's registration with this id. */
export function fieldNamed({ registration, linkAccount }: PortalDefinition, id: string): Field {
  const field = [...registration.steps, ...(linkAccount?.steps ?? [])]
    .flatMap((step) => step.fields)
    .find((each) => each.id === id);
  if (field === undefined) throw new Error(`No field ${id}`);
  return field;
}
