import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { dayOf } from '../../../src-shared/domain/guided-deadline.ts';
import { keptStatusSchema } from '../../../src-shared/domain/kept-by-hand.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { linkedAccountStatuses, type LinkedAccountStatus } from '../../../src-shared/domain/statuses.ts';
import { fieldProblems, type FieldProblem } from '../../../src-shared/errors.ts';
import type { Proofs } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { linkedAccountStatusTexts } from '../../lib/linked-account-texts.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';

/** What is to be recorded of which linked account. */
export interface StatusToRecord {
  readonly linked: LinkedAccount;
  /** Offered first. */
  readonly status: LinkedAccountStatus;
  readonly title: string;
}

export interface RecordStatusDialogProps {
  readonly opened: boolean;
  /** Null before the first time. */
  readonly subject: StatusToRecord | null;
  readonly accountId: string;
  readonly proofs?: Proofs | undefined;
  readonly onClose: () => void;
}

/** Writes down where a linked account stands at the portal's web site. Nothing is done there. */
export const RecordStatusDialog = ({ opened, subject, onClose, ...rest }: RecordStatusDialogProps) => (
  <Modal opened={opened} onClose={onClose} title={subject?.title ?? ''} centered>
    {subject !== null && <StatusForm subject={subject} onClose={onClose} {...rest} />}
  </Modal>
);

function StatusForm({
  subject: { linked, status },
  accountId,
  proofs,
  onClose,
}: Omit<RecordStatusDialogProps, 'opened' | 'subject'> & { readonly subject: StatusToRecord }) {
  const today = dayOf(useSurroundings().now());
  const sinceOf = (chosen: string) => (chosen === linked.status ? dayOf(new Date(linked.statusChangedAt)) : today);
  const [typed, setTyped] = useState({ status: status as string, since: sinceOf(status), note: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const record = useProcedureMutation('guided.recordStatus', { onSuccess: onClose });
  const refused = record.error === null ? null : deskErrorOf(record.error);
  const offered = linkedAccountStatuses.filter((each) => each !== 'awaiting-pin' || proofs !== undefined);

  const change = (part: Partial<typeof typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblems([]);
    record.reset();
  };
  const problemOf = (name: keyof typeof typed) => {
    const found = [...problems, ...(refused?.fields ?? [])].find(({ path }) => path.split('.').at(-1) === name);
    return found === undefined ? undefined : fieldText(found.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (record.isPending) return;
    const kept = keptStatusSchema.safeParse({ ...typed, note: typed.note.trim() === '' ? null : typed.note });
    if (!kept.success) setProblems(fieldProblems(kept.error));
    else if (kept.data.since > today) setProblems([{ path: 'since', code: 'in_future' }]);
    else record.mutate({ accountId, linkedAccountId: linked.id, kept: kept.data });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">
          {linked.organization.name}. Write down what the portal’s web site shows. Nothing changes there.
        </Text>
        <Select
          label="Status"
          data={offered.map((value) => ({ value, label: linkedAccountStatusTexts[value] }))}
          value={typed.status}
          onChange={(chosen) => {
            if (chosen !== null) change({ status: chosen, since: sinceOf(chosen) });
          }}
          allowDeselect={false}
          data-autofocus
        />
        <TextInput
          label="Since"
          type="date"
          max={today}
          withAsterisk
          aria-required
          value={typed.since}
          error={problemOf('since')}
          onChange={(event) => change({ since: event.currentTarget.value })}
        />
        <Textarea
          label={isClosed(typed.status) ? 'What the administrator wrote' : 'Note'}
          rows={2}
          value={typed.note}
          error={problemOf('note')}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {refused !== null && refused.code !== 'invalid_input' && <ErrorNotice error={refused} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={record.isPending}>
            Keep the record
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const isClosed = (status: string): boolean => status === 'denied' || status === 'revoked';
