import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { Upload } from '../../../src-shared/ipc/orders.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { formatBytes } from './order-texts.ts';

const stateTexts: Readonly<Record<Upload['state'], string>> = {
  sending: 'Uploading',
  paused: 'Paused',
  interrupted: 'Interrupted: it goes on by itself when the portal can be reached',
  failed: 'Stopped',
};

/** A document on its way: how far it is, and pause, resume and cancel. */
export function UploadProgress({ accountId, upload }: { readonly accountId: string; readonly upload: Upload }) {
  const pause = useProcedureMutation('orders.pauseUpload');
  const resume = useProcedureMutation('orders.resumeUpload');
  const cancel = useProcedureMutation('orders.cancelUpload');
  const input = { accountId, uploadId: upload.id };
  const share = Math.floor((upload.sent / upload.size) * 100);
  return (
    <Paper withBorder p="md" component="li" aria-label={upload.name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            <strong>{upload.name}</strong>
            {upload.pages !== null && `, pages ${upload.pages}`}
          </Text>
          <Group gap="xs" wrap="nowrap">
            {upload.state === 'sending' ? (
              <Button size="xs" variant="default" loading={pause.isPending} onClick={() => pause.mutate(input)}>
                Pause
              </Button>
            ) : (
              <Button size="xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate(input)}>
                {upload.state === 'failed' ? 'Try again' : 'Resume'}
              </Button>
            )}
            <Button size="xs" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate(input)}>
              Cancel upload
            </Button>
          </Group>
        </Group>
        <Progress.Root size="lg">
          <Progress.Section
            value={share}
            aria-label={`Upload of ${upload.name}`}
            animated={upload.state === 'sending'}
          />
        </Progress.Root>
        <Text size="xs" c="dimmed" role="status">
          {stateTexts[upload.state]}, {formatBytes(upload.sent)} of {formatBytes(upload.size)}
        </Text>
        {upload.state === 'failed' && upload.error !== null && <ErrorNotice error={upload.error} />}
      </Stack>
    </Paper>
  );
}
