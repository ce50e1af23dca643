import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useId, useState, type FormEvent } from 'react';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { Review } from '../../../src-shared/portals/definition.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { maskedAnswer, printedSections, reviewSections, type ReviewRow } from './review-sections.ts';
import { usePlanNames } from './use-plan-names.ts';
import type { Wizard, WizardTask } from './use-wizard.ts';
import classes from './wizard.module.css';
import { PortalAway } from '../portal-away.tsx';

export interface WizardReviewProps {
  readonly review: Review;
  readonly task: WizardTask;
  readonly wizard: Wizard;
}

/** A7: the completed form, to be looked through, printed, changed and submitted. */
export function WizardReview({ review, task, wizard }: WizardReviewProps) {
  const { state, back, edit, submitReviewed } = wizard;
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set());
  const print = useProcedureMutation('forms.print');
  const sections = reviewSections(task.steps, state.answers, usePlanNames(task.portalId, task.steps, state.answers));
  const portalName = findPortal(task.portalId)?.name ?? '';
  const busy = state.phase === 'asking';
  const saved = print.data?.saved ?? null;

  const toggle = (id: string) =>
    setRevealed((before) => new Set(before.has(id) ? [...before].filter((shown) => shown !== id) : [...before, id]));
  const printForm = () =>
    print.mutate({ title: review.title, portalName, sections: printedSections(sections, revealed) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void submitReviewed();
  };
  return (
    <form onSubmit={submit} noValidate aria-labelledby="wizard-step">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} id="wizard-step" tabIndex={-1} className={classes['heading'] ?? ''}>
            {review.title}
          </Title>
          <Group gap="sm">
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => edit(null)}
              disabled={busy}
            >
              {review.edit}
            </Button>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={printForm}
              loading={print.isPending}
            >
              {review.print}
            </Button>
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          Check your answers. Passwords and other secrets are masked here and in print, unless you choose “
          {review.showAnswer}”.
        </Text>
        {print.error !== null && <ErrorNotice error={print.error} onRetry={printForm} retrying={print.isPending} />}
        {saved !== null && (
          <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
            The form was saved as {saved}.
          </Text>
        )}
        {state.error !== null && <ErrorNotice id="wizard-refusal" error={state.error} />}
        {sections.map(({ stepIndex, title, rows }) => (
          <Section
            key={stepIndex}
            title={title}
            rows={rows}
            review={review}
            revealed={revealed}
            busy={busy}
            onToggle={toggle}
            onEdit={() => edit(stepIndex)}
          />
        ))}
        {task.needsPortal !== false && <PortalAway />}
        <Group justify="space-between" mt="xs">
          <Button variant="default" onClick={back} disabled={busy}>
            Back
          </Button>
          <Button type="submit" loading={busy}>
            {review.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SectionProps {
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  readonly review: Review;
  readonly revealed: ReadonlySet<string>;
  readonly busy: boolean;
  readonly onToggle: (id: string) => void;
  readonly onEdit: () => void;
}

function Section({ title, rows, review, revealed, busy, onToggle, onEdit }: SectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Group justify="space-between" gap="sm" wrap="nowrap" className={classes['reviewHead'] ?? ''}>
        <Title order={3} size="h5" id={heading}>
          {title}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${review.edit} ${title}`}
          onClick={onEdit}
          disabled={busy}
        >
          {review.edit}
        </Button>
      </Group>
      <dl className={classes['review']}>
        {rows.map(({ id, label, value, isSecret }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {isSecret && !revealed.has(id) ? (
                <span aria-label="masked" role="img">
                  {maskedAnswer}
                </span>
              ) : (
                <span>{value === '' ? 'Not answered' : value}</span>
              )}
              {isSecret && (
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`${revealed.has(id) ? 'Hide answer' : review.showAnswer}: ${label}`}
                  onClick={() => onToggle(id)}
                >
                  {revealed.has(id) ? 'Hide answer' : review.showAnswer}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
