import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { passwordProblem } from '../../../src-shared/domain/password.ts';
import type { SentPasscode, StartedSignIn } from '../../../src-shared/portal-api/identity.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { PasswordRules } from '../../components/wizard/password-rules.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { migrationDeadlineText } from '../../lib/migration-text.ts';
import { useNow } from '../../lib/surroundings.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { ClosedAccountHelp } from './closed-account-help.tsx';
import { emailProblem } from './email-problem.ts';

export type MigratingSignIn = Extract<StartedSignIn, { next: 'migration' }>;

export interface MigrationFormProps {
  readonly portal: PortalDefinition;
  readonly started: MigratingSignIn;
  readonly onSent: (sent: SentPasscode) => void;
  readonly onStartAgain: () => void;
}

const blank = { email: '', password: '', passwordAgain: '' };

/** Asks an existing user for an email address, the new username, and a new password (E2). */
export function MigrationForm({ portal, started, onSent, onStartAgain }: MigrationFormProps) {
  const now = useNow(60_000);
  const form = useForm({ defaultValues: blank, reValidateMode: 'onChange' });
  const start = useProcedureMutation('accounts.startMigration', { onSuccess: onSent });
  const [email, password] = useWatch({ control: form.control, name: ['email', 'password'] });
  const { errors } = form.formState;
  const failure = start.error === null ? null : deskErrorOf(start.error);
  const ended = failure?.code === 'sign_in_expired' || failure?.code === 'migration_overdue';
  const { setFocus, setError } = form;

  useEffect(() => {
    setFocus('email');
  }, [setFocus]);
  /** Problems of one field are told beside it. */
  const tell = (error: unknown) => {
    for (const { path, code } of deskErrorOf(error).fields ?? [])
      if (path === 'email' || path === 'password') setError(path, { message: fieldText(code) }, { shouldFocus: true });
  };
  const submit = form.handleSubmit((typed) => {
    const { signInId } = started;
    start.mutate({ portalId: portal.id, signInId, email: typed.email, password: typed.password }, { onError: tell });
  });
  const field = (name: 'password' | 'passwordAgain') => ({
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': 'Show password', tabIndex: 0 },
    error: errors[name]?.message,
    'aria-invalid': errors[name] !== undefined,
    spellCheck: false,
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Set up multi-factor authentication">
      <Stack gap="md">
        <Text size="sm">
          Enter an email address, which becomes your new username, and a new password. We send a one-time passcode to
          that address; once you have entered it, your set-up is complete.
        </Text>
        {portal.migration !== undefined && (
          <Text size="sm" fw={600}>
            {migrationDeadlineText(started.dueAt, portal.migration.days, now)}
          </Text>
        )}
        {failure !== null && failure.code !== 'invalid_input' && (
          <ErrorNotice error={failure} onRetry={() => void submit()} retrying={start.isPending} />
        )}
        {failure !== null && <ClosedAccountHelp code={failure.code} portal={portal} username="" />}
        {ended ? (
          <Button onClick={onStartAgain}>Start again</Button>
        ) : (
          <>
            <TextInput
              label="Email address"
              description="You sign in with it from now on. No other account may have it."
              type="email"
              autoComplete="username"
              spellCheck={false}
              error={errors.email?.message}
              {...form.register('email', { validate: emailProblem })}
            />
            <div>
              <PasswordInput
                label="New password"
                {...field('password')}
                {...form.register('password', {
                  validate: (typed, all) => {
                    const problem = passwordProblem(typed, portal.passwordPolicy, all.email);
                    return problem === null || fieldText(problem);
                  },
                  deps: ['passwordAgain'],
                })}
              />
              <PasswordRules password={password} policy={portal.passwordPolicy} email={email} />
            </div>
            <PasswordInput
              label="New password again"
              {...field('passwordAgain')}
              {...form.register('passwordAgain', {
                required: fieldText('required'),
                validate: (typed, all) => typed === all.password || fieldText('password_mismatch'),
              })}
            />
            <PortalAway />
            <Button type="submit" loading={start.isPending} fullWidth>
              Send me a passcode
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={onStartAgain}>
              Start again
            </Anchor>
          </>
        )}
      </Stack>
    </form>
  );
}
