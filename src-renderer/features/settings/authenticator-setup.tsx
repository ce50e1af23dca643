import { Button, Code, Group, Image, List, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { toDataURL } from 'qrcode';
import { useEffect, useRef } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { CodeForm } from './code-form.tsx';

/** Shows the secret as a picture and in letters, and turns the app on with a first code from it. */
export function AuthenticatorSetup({
  accountId,
  onClose,
}: {
  readonly accountId: string;
  readonly onClose: () => void;
}) {
  const start = useProcedureMutation('accounts.startAuthenticator');
  const confirm = useProcedureMutation('accounts.confirmAuthenticator', { onSuccess: onClose });
  const asked = useRef(false);
  const { mutate } = start;
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ accountId });
  }, [mutate, accountId]);

  if (start.error !== null) {
    return (
      <Stack gap="sm">
        <ErrorNotice error={start.error} onRetry={() => mutate({ accountId })} />
        <Group>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    );
  }
  if (start.data === undefined) return <Loader size="sm" aria-label="Preparing" />;
  return (
    <Stack gap="md">
      <List type="ordered" spacing="md">
        <List.Item>
          <Text size="sm">Scan this picture with your authenticator app.</Text>
          <QrCode text={start.data.uri} />
        </List.Item>
        <List.Item>
          <Text size="sm">Or type this key into the app:</Text>
          <Code fz="sm">{inGroups(start.data.secret)}</Code>
        </List.Item>
        <List.Item>
          <Text size="sm">Enter the passcode that the app shows now.</Text>
        </List.Item>
      </List>
      <CodeForm
        action="Turn on"
        error={confirm.error}
        busy={confirm.isPending}
        onSend={(code) => confirm.mutate({ accountId, code })}
        onCancel={onClose}
      />
    </Stack>
  );
}

const inGroups = (secret: string): string => secret.match(/.{1,4}/gu)?.join(' ') ?? secret;

function QrCode({ text }: { readonly text: string }) {
  // the picture holds a secret: it is drawn here and forgotten with the screen
  const drawn = useQuery({
    queryKey: ['qr-code', text],
    queryFn: () => toDataURL(text, { margin: 2, width: 384, errorCorrectionLevel: 'M' }),
    gcTime: 0,
  });
  return drawn.data === undefined ? null : (
    <Image src={drawn.data} w={192} h={192} my="xs" radius="sm" alt="QR code that sets up the authenticator app" />
  );
}
