import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Step } from '../../../src-shared/portals/definition.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { Administrators } from './administrators.tsx';
import { AgreementBox } from './agreement-box.tsx';
import { FoundProvider } from './found-provider.tsx';
import { PrefillOffer } from './prefill-offer.tsx';
import type { Wizard, WizardTask } from './use-wizard.ts';
import { WizardField } from './wizard-field.tsx';
import { fieldOf, visibleFields } from './wizard-state.ts';
import classes from './wizard.module.css';
import { PortalAway } from '../portal-away.tsx';

export interface WizardStepProps {
  readonly task: WizardTask;
  readonly wizard: Wizard;
  readonly guide: ReactNode;
  readonly aside: ReactNode;
  /** Null where a step lies before this one. */
  readonly onCancel: (() => void) | null;
}

/** The form of one step. */
export function WizardStep({ task, wizard, guide, aside, onCancel }: WizardStepProps) {
  const { state, step, answer, fill, back, next } = wizard;
  const { agreement } = step;
  const { found } = state;
  const explanation = useId();
  const acceptsAtEnd = agreement?.acceptedAtItsEnd === true;
  const fields = visibleFields(step, state.answers);
  const accepted = acceptsAtEnd ? fields.filter(({ kind }) => kind === 'agreement').map(({ id }) => id) : [];
  const drawn = fields.filter(({ id }) => !accepted.includes(id));
  const [isRead, setRead] = useState(!acceptsAtEnd || accepted.every((id) => state.answers[id] === true));
  const [isLookingUp, setLookingUp] = useState(false);
  const busy = state.phase === 'asking';
  const isReady = isRead && !isLookingUp;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && isReady) void next(accepted);
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby="wizard-step">
      <Stack gap="lg">
        <Title order={2} id="wizard-step" tabIndex={-1} className={classes['heading'] ?? ''}>
          {step.title}
        </Title>
        {step.section !== undefined && (
          <section aria-labelledby="wizard-section" className={classes['section']}>
            <Title order={3} id="wizard-section">
              {step.section.title}
            </Title>
            {step.section.paragraphs.map((paragraph) => (
              <Text key={paragraph} size="sm">
                {paragraph}
              </Text>
            ))}
          </section>
        )}
        <PrefillOffer portalId={task.portalId} steps={task.steps} step={step} answers={state.answers} onFill={fill} />
        {tellsWhoWasFound(step, found, wizard.isLast) && <FoundProvider found={found} />}
        {step.showsAdministrators === true && <Administrators names={found?.administrators ?? []} />}
        {state.error !== null && <ErrorNotice id="wizard-refusal" error={state.error} />}
        {agreement !== undefined && <AgreementBox agreement={agreement} onEnd={() => setRead(true)} />}
        {drawn.map((field) => (
          <WizardField
            key={field.id}
            field={field}
            portalId={task.portalId}
            answers={state.answers}
            policy={task.policy}
            found={found}
            problems={state.problems.filter(({ path }) => fieldOf(path) === field.id)}
            onAnswer={(value, of = field.id) => answer(of, value)}
            onLookUp={setLookingUp}
          />
        ))}
        {drawn.some((field) => field.required) && (
          <Text size="sm" c="dimmed">
            <span className={classes['asterisk']}>*</span> Required fields are marked with a red asterisk.
          </Text>
        )}
        {guide}
        {!isRead && (
          <Text size="sm" c="dimmed" ta="right" id={explanation}>
            Scroll to the end of the text to go on with “{step.action}”.
          </Text>
        )}
        {task.needsPortal !== false && <PortalAway />}
        <Group justify="space-between" mt="xs">
          {onCancel === null ? (
            <Button variant="default" onClick={back} disabled={busy}>
              Back
            </Button>
          ) : (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Button
            type="submit"
            loading={busy}
            disabled={!isReady}
            aria-busy={isLookingUp || undefined}
            {...(isRead ? {} : { 'aria-describedby': explanation })}
          >
            {step.action}
          </Button>
        </Group>
        {aside}
      </Stack>
    </form>
  );
}

/** Before anything is asked of anybody: at the end, or where the way into the organization is chosen (D5). */
const tellsWhoWasFound = (step: Step, found: Eligibility | null, isLast: boolean): found is Eligibility =>
  found !== null &&
  step.checksEligibility !== true &&
  (found.routes === undefined ? isLast : step.fields.some(({ kind }) => kind === 'association-route'));
