import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { paragraphOfText } from '../../../src-shared/domain/text.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import { fieldText } from '../../lib/field-texts.ts';

export interface DenyFormProps {
  readonly onDeny: (reason: string) => void;
  readonly onCancel: () => void;
}

const longestReason = 500;
const reasonSchema = paragraphOfText(longestReason);

/** The reason of a denial: the requester reads it. */
export function DenyForm({ onDeny, onCancel }: DenyFormProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => box.current?.focus(), []);
  const deny = () => {
    const parsed = reasonSchema.safeParse(reason);
    if (parsed.success) onDeny(parsed.data);
    else setProblem(fieldText(fieldProblems(parsed.error)[0]?.code ?? 'invalid_format'));
  };
  const length = reason.trim().length;
  return (
    <form
      noValidate
      aria-label="Deny the request"
      onSubmit={(event) => {
        event.preventDefault();
        deny();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label="Reason"
          description="The requester reads it."
          withAsterisk
          aria-required
          ref={box}
          rows={3}
          value={reason}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel();
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) deny();
          }}
          error={problem}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Group justify="space-between">
          <Text component="output" size="xs" c={length > longestReason ? 'var(--mantine-color-error)' : 'dimmed'}>
            {length} of {longestReason} characters
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" color="red">
              Deny
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
