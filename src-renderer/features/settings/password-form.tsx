import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Account } from '../../../src-shared/domain/account.ts';
import { passwordProblem, type PasswordPolicy } from '../../../src-shared/domain/password.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { PasswordRules } from '../../components/wizard/password-rules.tsx';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { fieldText } from '../../lib/field-texts.ts';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { wrongPasswordText } from './wrong-password-text.ts';

export interface PasswordFormProps {
  readonly account: Account;
  readonly policy: PasswordPolicy;
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}

const blank = { currentPassword: '', newPassword: '', newPasswordAgain: '' };

/** The current password and a new one, twice. They are held by the fields alone and gone when the form is. */
export function PasswordForm({ account, policy, onChanged, onCancel }: PasswordFormProps) {
  const form = useForm({ defaultValues: blank, reValidateMode: 'onChange' });
  const change = useProcedureMutation('accounts.changePassword', { onSuccess: onChanged });
  const newPassword = useWatch({ control: form.control, name: 'newPassword' });
  const { errors } = form.formState;
  const failure = change.error === null ? null : deskErrorOf(change.error);
  const { setFocus, setError } = form;

  useEffect(() => {
    setFocus('currentPassword');
  }, [setFocus]);
  /** Problems of one field are told beside it. */
  const tell = (error: unknown) => {
    const refusal = deskErrorOf(error);
    if (refusal.code === 'wrong_credentials') {
      setError('currentPassword', { message: wrongPasswordText(refusal) }, { shouldFocus: true });
    }
    const problem = refusal.fields?.find(({ path }) => path === 'newPassword');
    if (problem !== undefined) setError('newPassword', { message: fieldText(problem.code) }, { shouldFocus: true });
  };
  const submit = form.handleSubmit(({ currentPassword, newPassword: chosen }) => {
    change.mutate({ accountId: account.id, currentPassword, newPassword: chosen }, { onError: tell });
  });
  const field = (name: keyof typeof blank) => ({
    visibilityToggleButtonProps: { 'aria-label': 'Show password', tabIndex: 0 },
    error: errors[name]?.message,
    'aria-invalid': errors[name] !== undefined,
    spellCheck: false,
  });
  const isBesideField = failure?.code === 'wrong_credentials' || failure?.code === 'invalid_input';
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Change Password">
      <Stack gap="md" maw={400}>
        {failure !== null && !isBesideField && (
          <ErrorNotice error={failure} onRetry={() => void submit()} retrying={change.isPending} />
        )}
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          {...field('currentPassword')}
          {...form.register('currentPassword', { required: fieldText('required') })}
        />
        <div>
          <PasswordInput
            label="New password"
            autoComplete="new-password"
            {...field('newPassword')}
            {...form.register('newPassword', {
              validate: (typed) => {
                const problem = passwordProblem(typed, policy, account.email);
                return problem === null || fieldText(problem);
              },
              deps: ['newPasswordAgain'],
            })}
          />
          <PasswordRules password={newPassword} policy={policy} email={account.email} />
        </div>
        <PasswordInput
          label="New password again"
          autoComplete="new-password"
          {...field('newPasswordAgain')}
          {...form.register('newPasswordAgain', {
            required: fieldText('required'),
            validate: (typed, { newPassword: chosen }) => typed === chosen || fieldText('password_mismatch'),
          })}
        />
        <PortalAway what="Changing the password" />
        <Group gap="sm">
          <Button type="submit" loading={change.isPending}>
            Set new password
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
