import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { ErrorNotice } from '../error-notice.tsx';
import { AgreementBox } from './agreement-box.tsx';
import { FoundProvider } from './found-provider.tsx';
import { PrefillOffer } from './prefill-offer.tsx';
import { useWizard, type WizardTask } from './use-wizard.ts';
import { visibleFields } from './wizard-state.ts';
import { WizardField } from './wizard-field.tsx';
import { WizardSteps } from './wizard-steps.tsx';
import classes from './wizard.module.css';

export interface WizardProps extends WizardTask {
  /** Leaves the wizard; its answers, secrets apart, wait for the return. */
  readonly onCancel: () => void;
  /** Beside the buttons of the first step. */
  readonly aside?: ReactNode;
}

/** Draws the steps of any portal definition (docs/portals.md), one at a time. */
export function Wizard({ onCancel, aside, ...task }: WizardProps) {
  const { state, step, isLast, answer, fill, back, next } = useWizard(task);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const shownBefore = useRef(state.stepIndex);
  const fields = visibleFields(step, state.answers);
  const busy = state.phase === 'asking';

  useEffect(() => {
    if (shownBefore.current === state.stepIndex) return;
    shownBefore.current = state.stepIndex;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo({ top: 0 });
  }, [state.stepIndex]);
  useEffect(() => {
    if (state.refusals > 0) form.current?.querySelector<HTMLElement>('[data-problem]')?.focus();
  }, [state.refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void next();
  };

  return (
    <Paper withBorder p="xl" className={classes['wizard'] ?? ''}>
      <WizardSteps steps={task.steps} current={state.stepIndex} />
      <form ref={form} onSubmit={submit} noValidate aria-labelledby="wizard-step">
        <Stack gap="lg">
          <Title order={2} id="wizard-step" ref={heading} tabIndex={-1} className={classes['heading'] ?? ''}>
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
          {state.found !== null && step.checksEligibility !== true && isLast && <FoundProvider found={state.found} />}
          {state.error !== null && <ErrorNotice error={state.error} />}
          {step.agreement !== undefined && <AgreementBox agreement={step.agreement} />}
          {fields.map((field) => (
            <WizardField
              key={field.id}
              field={field}
              portalId={task.portalId}
              answers={state.answers}
              policy={task.policy}
              problem={state.problems.find(({ path }) => path === field.id)?.code ?? null}
              onAnswer={(value, of = field.id) => answer(of, value)}
            />
          ))}
          {fields.some((field) => field.required) && (
            <Text size="sm" c="dimmed">
              <span className={classes['asterisk']}>*</span> Required fields are marked with a red asterisk.
            </Text>
          )}
          <Group justify="space-between" mt="xs">
            {state.stepIndex === 0 ? (
              <Button variant="default" onClick={onCancel}>
                Cancel
              </Button>
            ) : (
              <Button variant="default" onClick={back} disabled={busy}>
                Back
              </Button>
            )}
            <Button type="submit" loading={busy}>
              {step.action}
            </Button>
          </Group>
          {state.stepIndex === 0 && aside}
        </Stack>
      </form>
    </Paper>
  );
}
