import { Stack, Text } from '@mantine/core';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { CodeForm } from './code-form.tsx';

/** Turns the authenticator app off, with one last code from it. */
export function AuthenticatorRemoval({
  accountId,
  onClose,
}: {
  readonly accountId: string;
  readonly onClose: () => void;
}) {
  const remove = useProcedureMutation('accounts.removeAuthenticator', { onSuccess: onClose });
  return (
    <Stack gap="sm">
      <Text size="sm">
        Passcodes will come by email again. To confirm, enter the passcode that your authenticator app shows now.
      </Text>
      <CodeForm
        action="Remove authenticator app"
        error={remove.error}
        busy={remove.isPending}
        onSend={(code) => remove.mutate({ accountId, code })}
        onCancel={onClose}
      />
    </Stack>
  );
}
