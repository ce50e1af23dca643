import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { deskErrorOf } from '../lib/desk-error.ts';
import { errorText } from '../lib/error-texts.ts';

export interface ErrorNoticeProps {
  /** What a query or mutation was rejected with, or a `DeskError`. */
  readonly error: unknown;
  /** Offers "Try again" when trying again can help. */
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
  /** Lets the focus be moved to it. */
  readonly id?: string;
}

/** Tells an expected failure in clear words, and announces it. */
export function ErrorNotice({ error, onRetry, retrying = false, id }: ErrorNoticeProps) {
  const failure = deskErrorOf(error);
  const text = errorText(failure);
  const away = failure.code === 'offline' || failure.code === 'portal_error';
  return (
    <Alert
      color={away ? 'yellow' : 'red'}
      icon={away ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={text.title}
      role="alert"
      {...(id === undefined ? {} : { id, tabIndex: -1 })}
    >
      <Stack gap="sm">
        <Text size="sm">{text.message}</Text>
        {text.retriable && onRetry !== undefined && (
          <Group>
            <Button size="xs" variant="default" onClick={onRetry} loading={retrying}>
              Try again
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
