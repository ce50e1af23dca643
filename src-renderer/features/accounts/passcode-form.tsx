import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { passcodeSchema, type PasscodeMethod } from '../../../src-shared/domain/passcode.ts';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PasscodeInput } from '../../components/passcode-input.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { useEmailedPasscode } from './use-emailed-passcode.ts';

export interface PasscodeFormProps {
  readonly portalId: string;
  readonly started: ProcedureOutput<'accounts.startSignIn'>;
  readonly onSignedIn: () => void;
  /** Back to the password; the email address stays. */
  readonly onStartAgain: () => void;
}

/** The second step of a sign-in: six digits from an email or from the authenticator app, sent off as soon as they are there. */
export function PasscodeForm({ portalId, started, onSignedIn, onStartAgain }: PasscodeFormProps) {
  const { signInId, methods } = started;
  const [method, setMethod] = useState<PasscodeMethod>(methods.includes('authenticator') ? 'authenticator' : 'email');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const emailed = useEmailedPasscode(portalId, signInId, method === 'email');
  const complete = useProcedureMutation('accounts.completeSignIn', { onSuccess: onSignedIn });
  const failure = complete.error === null ? null : deskErrorOf(complete.error);
  const ended = failure?.code === 'sign_in_expired' || failure?.code === 'locked_out';
  const other = methods.find((one) => one !== method);

  useEffect(() => {
    input.current?.focus();
  }, [method]);
  useEffect(() => {
    if (complete.isError) input.current?.select();
  }, [complete.isError, complete.submittedAt]);

  const send = (code: string) => {
    if (!complete.isPending) complete.mutate({ portalId, signInId, method, code });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = passcodeSchema.safeParse(typed);
    if (code.success) send(code.data);
    else setProblem(fieldText(typed.trim() === '' ? 'required' : 'passcode_format'));
  };
  const switchMethod = (to: PasscodeMethod) => {
    setMethod(to);
    setTyped('');
    complete.reset();
  };

  return (
    <form onSubmit={submit} noValidate aria-label="Enter your passcode">
      <Stack gap="md">
        <Text size="sm" role="status">
          {method === 'email'
            ? (emailed.text ?? 'Sending you a passcode by email.')
            : 'Open your authenticator app and enter the six digits that it shows for this portal.'}
        </Text>
        {method === 'email' && emailed.error !== null && (
          <ErrorNotice error={emailed.error} onRetry={emailed.send} retrying={emailed.sending} />
        )}
        {failure !== null && <ErrorNotice error={failure} onRetry={() => send(typed.replaceAll(/\s/gu, ''))} />}
        {ended ? (
          <Button onClick={onStartAgain}>Start again</Button>
        ) : (
          <>
            <PasscodeInput
              ref={input}
              label="Passcode"
              value={typed}
              error={problem}
              onChange={(value) => {
                setTyped(value);
                setProblem(undefined);
              }}
              onComplete={send}
            />
            <Button type="submit" loading={complete.isPending} fullWidth>
              Sign in
            </Button>
            {method === 'email' && (
              <Button
                variant="default"
                onClick={emailed.send}
                loading={emailed.sending}
                disabled={emailed.secondsLeft > 0}
                fullWidth
              >
                {emailed.secondsLeft > 0
                  ? `Send a new passcode in ${String(emailed.secondsLeft)} s`
                  : 'Send a new passcode'}
              </Button>
            )}
            <Group justify="space-between">
              <Anchor component="button" type="button" size="sm" onClick={onStartAgain}>
                Start again
              </Anchor>
              {other !== undefined && (
                <Anchor component="button" type="button" size="sm" onClick={() => switchMethod(other)}>
                  {other === 'email' ? 'Email me a passcode instead' : 'Use my authenticator app instead'}
                </Anchor>
              )}
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
