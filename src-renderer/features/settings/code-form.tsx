import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { passcodeSchema } from '../../../src-shared/domain/passcode.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PasscodeInput } from '../../components/passcode-input.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { fieldText } from '../../lib/field-texts.ts';

export interface CodeFormProps {
  readonly action: string;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSend: (code: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a passcode from the authenticator app; nothing is sent before the button is pressed. */
export function CodeForm({ action, error, busy, onSend, onCancel }: CodeFormProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error === null) input.current?.focus();
    else input.current?.select();
  }, [error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = passcodeSchema.safeParse(typed);
    if (code.success) onSend(code.data);
    else setProblem(fieldText(typed.trim() === '' ? 'required' : 'passcode_format'));
  };
  return (
    <form onSubmit={submit} noValidate aria-label={action}>
      <Stack gap="sm" maw={320}>
        {error !== null && <ErrorNotice error={error} />}
        <PasscodeInput
          ref={input}
          label="Passcode"
          value={typed}
          error={problem}
          onChange={(value) => {
            setTyped(value);
            setProblem(undefined);
          }}
        />
        <PortalAway />
        <Group gap="sm">
          <Button type="submit" loading={busy}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
