import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ResendVerification } from '../../components/resend-verification.tsx';
import { emailProblem } from './email-problem.ts';

export interface CredentialsFormProps {
  readonly portalId: string;
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onStarted: (started: ProcedureOutput<'accounts.startSignIn'>) => void;
  readonly onRegister: () => void;
  readonly onForgot: (email: string) => void;
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Email and password. The password is held by the field alone and gone when the form is. */
export function CredentialsForm({ portalId, email, onEmail, onStarted, onRegister, onForgot }: CredentialsFormProps) {
  const form = useForm<Credentials>({ defaultValues: { email, password: '' }, reValidateMode: 'onChange' });
  const start = useProcedureMutation('accounts.startSignIn', { onSuccess: onStarted });
  const { errors } = form.formState;
  const failure = start.error === null ? null : deskErrorOf(start.error);

  const { setFocus } = form;
  const failed = start.failureCount > 0 && failure?.code === 'wrong_credentials';
  useEffect(() => {
    if (failed) setFocus('password', { shouldSelect: true });
  }, [failed, start.submittedAt, setFocus]);

  const submit = form.handleSubmit((typed) => {
    onEmail(typed.email.trim());
    start.mutate({ portalId, email: typed.email, password: typed.password });
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Sign in">
      <Stack gap="md">
        {failure !== null && (
          <ErrorNotice error={start.error} onRetry={() => void submit()} retrying={start.isPending} />
        )}
        {failure?.code === 'email_unverified' && (
          <ResendVerification portalId={portalId} email={form.getValues('email')} />
        )}
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          error={errors.email?.message}
          {...form.register('email', { validate: emailProblem })}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
          error={errors.password?.message}
          aria-invalid={errors.password !== undefined}
          {...form.register('password', { required: fieldText('required') })}
        />
        <Button type="submit" loading={start.isPending} fullWidth mt="xs">
          Sign in
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => onForgot(form.getValues('email').trim())}>
          Forgot your password?
        </Anchor>
        <Group gap={6} justify="center">
          <Text size="sm" c="dimmed">
            No account yet?
          </Text>
          <Anchor component="button" type="button" size="sm" onClick={onRegister}>
            Register
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
