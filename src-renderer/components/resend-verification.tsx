import { Button, Group, Text } from '@mantine/core';
import { useProcedureMutation } from '../lib/use-procedure.ts';
import { useCountdown } from '../lib/use-countdown.ts';
import { ErrorNotice } from './error-notice.tsx';

const resendAfterMs = 30_000;

/** Sends the link that confirms an email address once more, not more often than every 30 seconds. */
export function ResendVerification({ portalId, email }: { readonly portalId: string; readonly email: string }) {
  const pause = useCountdown();
  const resend = useProcedureMutation('accounts.resendVerification', { onSuccess: () => pause.start(resendAfterMs) });
  return (
    <>
      {resend.error !== null && <ErrorNotice error={resend.error} />}
      <Group gap="sm">
        <Button
          variant="default"
          onClick={() => resend.mutate({ portalId, email })}
          loading={resend.isPending}
          disabled={pause.secondsLeft > 0}
        >
          {pause.secondsLeft > 0 ? `Send the link again in ${String(pause.secondsLeft)} s` : 'Send the link again'}
        </Button>
        {resend.isSuccess && (
          <Text size="sm" role="status">
            Sent to {email}.
          </Text>
        )}
      </Group>
    </>
  );
}
