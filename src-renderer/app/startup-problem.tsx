import { Button, Center, Group, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { DeskError, ErrorCode } from '../../src-shared/errors.ts';
import { errorText } from '../lib/error-texts.ts';

const steps: Partial<Readonly<Record<ErrorCode, readonly string[]>>> = {
  keychain_unavailable: [
    'Windows: sign out of Windows and in again, so that Credential Manager is open.',
    'macOS: open Keychain Access and unlock the login keychain.',
    'Linux: start a Secret Service, such as GNOME Keyring or KWallet, and unlock it.',
  ],
  key_missing: [
    'Use the same user of this computer as before.',
    'If the keychain was reset, ask whoever looks after this computer for its backup.',
  ],
  cache_unreadable: ['Close other copies of Portal Desk.', 'Check that the disk is not full and not read-only.'],
  disk_full: ['Free some space on the disk that holds your user folder.'],
};

export interface StartupProblemProps {
  readonly error: DeskError;
  readonly onRetry: () => void;
  readonly retrying: boolean;
}

/** Instead of the desk when nothing can be kept safely: what it means, what to do, that nothing is lost. */
export function StartupProblem({ error, onRetry, retrying }: StartupProblemProps) {
  const text = errorText(error);
  useEffect(() => {
    document.title = `${text.title} - Portal Desk`;
  }, [text.title]);
  return (
    <Center component="main" h="100%" p="xl">
      <Paper withBorder p="xl" maw={560} role="alert">
        <Stack gap="md">
          <ThemeIcon size={48} radius="xl" variant="light" aria-hidden>
            <IconKey />
          </ThemeIcon>
          <Title order={1}>{text.title}</Title>
          <Text>{text.message}</Text>
          {steps[error.code] !== undefined && (
            <List spacing="xs" size="sm">
              {steps[error.code]?.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
          )}
          <Group>
            <Button onClick={onRetry} loading={retrying}>
              Try again
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Center>
  );
}
