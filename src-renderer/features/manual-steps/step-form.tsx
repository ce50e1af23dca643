import { Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { dayOf } from '../../../src-shared/domain/guided-deadline.ts';
import { stepResultSchema } from '../../../src-shared/domain/kept-by-hand.ts';
import { fieldProblems, type FieldProblem } from '../../../src-shared/errors.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';

export interface StepFormProps {
  readonly commandId: string;
  readonly onCancel: () => void;
}

interface Typed {
  readonly outcome: string;
  readonly doneOn: string;
  readonly reference: string;
  readonly note: string;
  readonly reason: string;
}

const optional = (text: string): string | null => (text.trim() === '' ? null : text);

/** What came of a step: when it was done, under which number, or why it could not be. */
export function StepForm({ commandId, onCancel }: StepFormProps) {
  const { now } = useSurroundings();
  const today = dayOf(now());
  const [typed, setTyped] = useState<Typed>({ outcome: 'done', doneOn: today, reference: '', note: '', reason: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const record = useProcedureMutation('guided.recordStep');
  const refused = record.error === null ? null : deskErrorOf(record.error);

  const change = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblems([]);
    record.reset();
  };
  const problemOf = (path: keyof Typed) => {
    const found = [...problems, ...(refused?.fields ?? [])].find((each) => each.path.split('.').at(-1) === path);
    return found === undefined ? undefined : fieldText(found.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { outcome, doneOn, reason } = typed;
    const parsed = stepResultSchema.safeParse(
      outcome === 'done'
        ? { outcome, doneOn, reference: optional(typed.reference), note: optional(typed.note) }
        : { outcome, reason },
    );
    if (!parsed.success) setProblems(fieldProblems(parsed.error));
    else if (parsed.data.outcome === 'done' && parsed.data.doneOn > today)
      setProblems([{ path: 'doneOn', code: 'in_future' }]);
    else record.mutate({ commandId, result: parsed.data });
  };
  const of = (name: keyof Typed) => ({
    value: typed[name],
    error: problemOf(name),
    'aria-invalid': problemOf(name) !== undefined,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });

  return (
    <form onSubmit={submit} noValidate aria-label="What came of it">
      <Stack gap="md">
        <Radio.Group label="On the portal’s web site" value={typed.outcome} onChange={(outcome) => change({ outcome })}>
          <Group gap="lg" mt={6}>
            <Radio value="done" label="It was done" />
            <Radio value="not-done" label="It could not be done" />
          </Group>
        </Radio.Group>
        {typed.outcome === 'done' ? (
          <>
            <Group gap="md" align="flex-start" grow>
              <TextInput label="Done on" type="date" max={today} withAsterisk aria-required {...of('doneOn')} />
              <TextInput label="Reference number" autoComplete="off" {...of('reference')} />
            </Group>
            <Textarea label="Note" rows={2} {...of('note')} />
          </>
        ) : (
          <Textarea label="Reason" rows={2} withAsterisk aria-required {...of('reason')} />
        )}
        {refused !== null && refused.code !== 'invalid_input' && <ErrorNotice error={refused} />}
        <Group gap="sm">
          <Button type="submit" loading={record.isPending}>
            Keep the record
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
