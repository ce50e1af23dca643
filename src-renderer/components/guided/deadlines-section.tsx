import { Box, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { dateSchema } from '../../../src-shared/domain/date.ts';
import { dayOf, type GuidedDeadline } from '../../../src-shared/domain/guided-deadline.ts';
import { lineOfText } from '../../../src-shared/domain/text.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { deadlineText, formatDay } from '../../lib/deadline-texts.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useNow, useSurroundings } from '../../lib/surroundings.tsx';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { LoadingRows } from '../loading-rows.tsx';
import { StatusBadge } from '../status-badge.tsx';

const minuteMs = 60_000;

/** What counts down at a portal that has only a web site (A9), and what somebody added. */
export function DeadlinesSection({ accountId }: { readonly accountId: string }) {
  const heading = useId();
  const query = useProcedure('guided.deadlines', { accountId });
  const [adding, setAdding] = useState(false);
  const deadlines = query.data?.deadlines ?? [];
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={heading}>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4" id={heading}>
            Deadlines
          </Title>
          {!adding && (
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              Add a deadline
            </Button>
          )}
        </Group>
        {query.isPending && <LoadingRows label="Loading deadlines" />}
        {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
        {query.data !== undefined && deadlines.length === 0 && (
          <Text size="sm" c="dimmed">
            Nothing counts down.
          </Text>
        )}
        {deadlines.map((deadline) => (
          <Deadline key={deadline.id} accountId={accountId} deadline={deadline} />
        ))}
        {adding && <AddDeadline accountId={accountId} onDone={() => setAdding(false)} />}
      </Stack>
    </Paper>
  );
}

function Deadline({ accountId, deadline }: { readonly accountId: string; readonly deadline: GuidedDeadline }) {
  const now = useNow(minuteMs);
  const end = useProcedureMutation('guided.endDeadline');
  const { text, tone } = deadlineText(deadline, now);
  const isOpen = deadline.endedOn === null;
  const label = deadline.kind === 'unused-sign-in' ? 'Record a sign-in there' : 'Mark as met';
  return (
    <Stack gap={6} role="group" aria-label={deadline.label}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={500}>
            {deadline.label}
          </Text>
          <Text size="xs" c="dimmed">
            By {formatDay(deadline.dueOn)}
          </Text>
        </div>
        <Box flex="none">
          <StatusBadge tone={tone}>{text}</StatusBadge>
        </Box>
      </Group>
      {isOpen && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={end.isPending}
            aria-label={`${label}: ${deadline.label}`}
            onClick={() => end.mutate({ accountId, deadlineId: deadline.id, doneOn: dayOf(now) })}
          >
            {label}
          </Button>
        </Group>
      )}
      {end.error !== null && <ErrorNotice error={end.error} />}
    </Stack>
  );
}

// the button that opened the form is gone
const focusNow = (input: HTMLInputElement | null): void => input?.focus();

const labelSchema = lineOfText(200);

function AddDeadline({ accountId, onDone }: { readonly accountId: string; readonly onDone: () => void }) {
  const { newId } = useSurroundings();
  const [label, setLabel] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [asked, setAsked] = useState(false);
  const add = useProcedureMutation('guided.addDeadline', { onSuccess: onDone });
  const parsed = { label: labelSchema.safeParse(label), dueOn: dateSchema.safeParse(dueOn) };
  const labelProblem = parsed.label.success ? undefined : fieldProblems(parsed.label.error)[0]?.code;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (parsed.label.success && parsed.dueOn.success) {
      add.mutate({ accountId, id: newId(), label: parsed.label.data, dueOn: parsed.dueOn.data });
    }
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Add a deadline">
      <Stack gap="sm">
        <TextInput
          label="What has to happen"
          withAsterisk
          aria-required
          ref={focusNow}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={asked && labelProblem !== undefined && fieldText(labelProblem)}
        />
        <TextInput
          label="By"
          type="date"
          withAsterisk
          aria-required
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
          error={asked && !parsed.dueOn.success && fieldText('date_format')}
        />
        {add.error !== null && <ErrorNotice error={deskErrorOf(add.error)} />}
        <Group gap="sm">
          <Button type="submit" size="compact-md" loading={add.isPending}>
            Add
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
