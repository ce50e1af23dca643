import { Anchor, Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ClosedAccountHelp } from './closed-account-help.tsx';
import { signInNameLabel, signInNameProblem } from './sign-in-name.ts';

export interface CredentialsFormProps {
  readonly portal: PortalDefinition;
  /** What was typed before: an email address, or a username where the portal has some. */
  readonly username: string;
  readonly onUsername: (username: string) => void;
  readonly onStarted: (started: ProcedureOutput<'accounts.startSignIn'>) => void;
  readonly onRegister: () => void;
  readonly onForgot: (username: string) => void;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Who signs in, and the password. The password is held by the field alone and gone when the form is. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { portal, username, onUsername, onStarted, onRegister, onForgot } = props;
  const form = useForm<Credentials>({ defaultValues: { username, password: '' }, reValidateMode: 'onChange' });
  const start = useProcedureMutation('accounts.startSignIn', { onSuccess: onStarted });
  const { errors } = form.formState;
  const failure = start.error === null ? null : deskErrorOf(start.error);

  const { setFocus } = form;
  const failed = start.failureCount > 0 && failure?.code === 'wrong_credentials';
  useEffect(() => {
    if (failed) setFocus('password', { shouldSelect: true });
  }, [failed, start.submittedAt, setFocus]);

  const submit = form.handleSubmit((typed) => {
    onUsername(typed.username.trim());
    start.mutate({ portalId: portal.id, username: typed.username, password: typed.password });
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Sign in">
      <Stack gap="md">
        {failure !== null && (
          <ErrorNotice error={start.error} onRetry={() => void submit()} retrying={start.isPending} />
        )}
        {failure !== null && (
          <ClosedAccountHelp code={failure.code} portal={portal} username={start.variables?.username.trim() ?? ''} />
        )}
        <TextInput
          label={signInNameLabel(portal)}
          type={portal.signInWith === 'email' ? 'email' : 'text'}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.username?.message}
          {...form.register('username', { validate: (name) => signInNameProblem(portal, name) })}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
          error={errors.password?.message}
          aria-invalid={errors.password !== undefined}
          {...form.register('password', { required: fieldText('required') })}
        />
        <PortalAway what="Signing in" />
        <Button type="submit" loading={start.isPending} fullWidth mt="xs">
          Sign in
        </Button>
        <Group justify="space-between" gap="xs">
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => onForgot(form.getValues('username').trim())}
          >
            Forgot your password?
          </Anchor>
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              No account yet?
            </Text>
            <Anchor component="button" type="button" size="sm" onClick={onRegister}>
              Register
            </Anchor>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
