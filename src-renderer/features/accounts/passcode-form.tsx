import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { passcodeSchema, secretAnswerSchema, type PasscodeMethod } from '../../../src-shared/domain/passcode.ts';
import { fieldProblems } from '../../../src-shared/errors.ts';
import type { SentPasscode, StartedSignIn } from '../../../src-shared/portal-api/identity.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PasscodeInput } from '../../components/passcode-input.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ClosedAccountHelp } from './closed-account-help.tsx';
import { SecretAnswerInput } from './secret-answer-input.tsx';
import { switchTexts, wrongAnswerText } from './passcode-texts.ts';
import { useEmailedPasscode } from './use-emailed-passcode.ts';

export type PasscodeSignIn = Extract<StartedSignIn, { next: 'passcode' }>;

export interface PasscodeFormProps {
  readonly portal: PortalDefinition;
  readonly started: PasscodeSignIn;
  /** A passcode that has been emailed already; else one is, once it is wanted. */
  readonly sent: SentPasscode | null;
  readonly method: PasscodeMethod;
  readonly onMethod: (method: PasscodeMethod) => void;
  readonly onSignedIn: () => void;
  /** Back to the password; the email address stays. */
  readonly onStartAgain: () => void;
}

/** The second step of a sign-in: six digits from an email or the authenticator app, sent off once they are there, or an answer. */
export function PasscodeForm(props: PasscodeFormProps) {
  const { portal, started, sent, method, onMethod, onSignedIn, onStartAgain } = props;
  const { signInId, methods, question } = started;
  const portalId = portal.id;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const emailed = useEmailedPasscode({ portalId, signInId, wanted: method === 'email', sent });
  const complete = useProcedureMutation('accounts.completeSignIn', { onSuccess: onSignedIn });
  const failure = complete.error === null ? null : deskErrorOf(complete.error);
  const ended = endings.some((code) => code === failure?.code);
  const isAnswer = method === 'secret-question';
  const wrongAnswer = isAnswer && failure?.code === 'wrong_passcode' ? wrongAnswerText(failure) : undefined;

  useEffect(() => {
    input.current?.focus();
  }, [method]);
  useEffect(() => {
    if (complete.isError) input.current?.select();
  }, [complete.isError, complete.submittedAt]);

  const send = (code: string) => {
    if (!complete.isPending) complete.mutate({ portalId, signInId, method, code });
  };
  const trySend = () => {
    const code = (isAnswer ? secretAnswerSchema : passcodeSchema).safeParse(typed);
    if (code.success) send(code.data);
    else setProblem(fieldText(fieldProblems(code.error)[0]?.code ?? 'invalid_format'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trySend();
  };
  const change = (value: string) => {
    setTyped(value);
    setProblem(undefined);
  };
  const switchMethod = (to: PasscodeMethod) => {
    onMethod(to);
    change('');
    complete.reset();
  };

  return (
    <form onSubmit={submit} noValidate aria-label={isAnswer ? 'Answer a secret question' : 'Enter your passcode'}>
      <Stack gap="md">
        {!isAnswer && (
          <Text size="sm" role="status">
            {method === 'email'
              ? (emailed.text ?? 'Sending you a passcode by email.')
              : 'Open your authenticator app and enter the six digits that it shows for this portal.'}
          </Text>
        )}
        {method === 'email' && emailed.error !== null && (
          <ErrorNotice error={emailed.error} onRetry={emailed.send} retrying={emailed.sending} />
        )}
        {failure !== null && wrongAnswer === undefined && <ErrorNotice error={failure} onRetry={trySend} />}
        {failure !== null && <ClosedAccountHelp code={failure.code} portal={portal} username="" />}
        {ended ? (
          <Button onClick={onStartAgain}>Start again</Button>
        ) : (
          <>
            {isAnswer ? (
              <SecretAnswerInput
                ref={input}
                question={question ?? 'Answer'}
                value={typed}
                error={problem ?? wrongAnswer}
                onChange={change}
              />
            ) : (
              <PasscodeInput
                ref={input}
                label="Passcode"
                value={typed}
                error={problem}
                onChange={change}
                onComplete={send}
              />
            )}
            <PortalAway what="Signing in" />
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
            <Group justify="space-between" align="flex-start">
              <Anchor component="button" type="button" size="sm" onClick={onStartAgain}>
                Start again
              </Anchor>
              <Stack gap={6} align="flex-end">
                {methods
                  .filter((one) => one !== method)
                  .map((other) => (
                    <Anchor key={other} component="button" type="button" size="sm" onClick={() => switchMethod(other)}>
                      {switchTexts[other]}
                    </Anchor>
                  ))}
              </Stack>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}

/** After these no further try is of use. */
const endings = ['sign_in_expired', 'locked_out', 'migration_overdue'] as const;
