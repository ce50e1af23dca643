import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { passwordResetLifeMs } from '../../../src-shared/portal-api/passwords.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { useCountdown } from '../../lib/use-countdown.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { emailProblem } from './email-problem.ts';

export interface ForgotPasswordFormProps {
  readonly portalId: string;
  readonly email: string;
  /** Back to the sign-in, with what was typed here. */
  readonly onBack: (email: string) => void;
}

const resendAfterMs = 30_000;

/** Asks for a Password Reset email (E5). What it says does not tell whether there is an account. */
export function ForgotPasswordForm({ portalId, email, onBack }: ForgotPasswordFormProps) {
  const pause = useCountdown();
  const form = useForm({ defaultValues: { email } });
  const request = useProcedureMutation('accounts.requestPasswordReset', {
    onSuccess: () => pause.start(resendAfterMs),
  });
  const { setFocus } = form;
  useEffect(() => {
    setFocus('email');
  }, [setFocus]);

  const submit = form.handleSubmit((typed) => {
    request.mutate({ portalId, email: typed.email });
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Reset your password">
      <Stack gap="md">
        <Text size="sm">
          Enter the email address of your account. You get a link with which you choose a new password.
        </Text>
        {request.error !== null && (
          <ErrorNotice error={request.error} onRetry={() => void submit()} retrying={request.isPending} />
        )}
        {request.isSuccess && (
          <Notice title="Look into your mailbox">
            If there is an account for {request.variables.email.trim()}, an email with a link has been sent. It can be
            used once, within {String(passwordResetLifeMs / 60_000)} minutes.
          </Notice>
        )}
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          error={form.formState.errors.email?.message}
          {...form.register('email', { validate: emailProblem })}
        />
        <PortalAway />
        <Button type="submit" loading={request.isPending} disabled={pause.secondsLeft > 0} fullWidth>
          {pause.secondsLeft > 0 ? `Send the link again in ${String(pause.secondsLeft)} s` : 'Send the link'}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => onBack(form.getValues('email').trim())}>
          Back to sign-in
        </Anchor>
      </Stack>
    </form>
  );
}
