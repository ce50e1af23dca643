import { Button, Group, Paper, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import { noteSchema } from '../../../src-shared/domain/guided-record.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { formatDay } from '../../lib/deadline-texts.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { formatCount, formatMoment } from '../../lib/format.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { recordTitle } from './manual-step-texts.ts';

export interface RecordsSectionProps {
  readonly accountId: string;
  /** Null: of the account and everything that belongs to it. */
  readonly organizationId: string | null;
  readonly labels: PortalLabels;
}

const perPage = 50;

/** Who did what at the portal's web site, when it was done and when that was recorded; newest first. */
export function RecordsSection({ accountId, organizationId, labels }: RecordsSectionProps) {
  const heading = useId();
  const [skip, setSkip] = useState(0);
  const query = useProcedure('guided.records', { accountId, organizationId, skip }, { keepPrevious: true });
  const records = query.data?.records ?? [];
  const total = query.data?.total ?? 0;
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Title order={2} size="h4" id={heading}>
        Records ({formatCount(total)})
      </Title>
      {query.isPending && <LoadingRows label="Loading records" />}
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && total === 0 && (
        <Text size="sm" c="dimmed">
          Nothing has been recorded yet.
        </Text>
      )}
      {records.length > 0 && (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={760}>
            <Table verticalSpacing="sm" horizontalSpacing="lg" aria-label="Records">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>What</Table.Th>
                  <Table.Th>Done on</Table.Th>
                  <Table.Th>Recorded</Table.Th>
                  <Table.Th>Reference number</Table.Th>
                  <Table.Th>Note</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {records.map((record) => (
                  <RecordRow key={record.id} record={record} labels={labels} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      {total > perPage && (
        <Group gap="sm">
          <Button size="xs" variant="default" disabled={skip === 0} onClick={() => setSkip(skip - perPage)}>
            Newer
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={skip + perPage >= total}
            onClick={() => setSkip(skip + perPage)}
          >
            Older
          </Button>
        </Group>
      )}
      <AddNote accountId={accountId} organizationId={organizationId} />
    </Stack>
  );
}

function RecordRow({ record, labels }: { readonly record: GuidedRecord; readonly labels: PortalLabels }) {
  const { subject, outcome, doneOn, recordedAt, recordedBy, reference, note } = record;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Text size="sm" fw={600}>
          {recordTitle(record, labels)}
          {outcome === 'not-done' && ' (could not be done)'}
        </Text>
        <Text size="xs" c="dimmed">
          {subject}
        </Text>
      </Table.Th>
      <Table.Td>{outcome === 'done' ? formatDay(doneOn) : 'Not done'}</Table.Td>
      <Table.Td>
        <Text size="sm">{formatMoment(recordedAt)}</Text>
        <Text size="xs" c="dimmed">
          by {recordedBy}
        </Text>
      </Table.Td>
      <Table.Td>{reference ?? ''}</Table.Td>
      <Table.Td maw={280}>{note ?? ''}</Table.Td>
    </Table.Tr>
  );
}

function AddNote({ accountId, organizationId }: Pick<RecordsSectionProps, 'accountId' | 'organizationId'>) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const keep = useProcedureMutation('guided.keepNote', { onSuccess: () => setNote('') });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = noteSchema.safeParse(note);
    if (parsed.success) keep.mutate({ accountId, organizationId, note: parsed.data });
    else setProblem(fieldText(note.trim() === '' ? 'required' : 'too_long'));
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Add a note">
      <Stack gap="xs" maw={560}>
        <Textarea
          label="Add a note"
          rows={2}
          value={note}
          error={problem}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            setProblem(null);
          }}
        />
        {keep.error !== null && <ErrorNotice error={keep.error} />}
        <Group>
          <Button type="submit" size="xs" variant="default" loading={keep.isPending}>
            Keep the note
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
