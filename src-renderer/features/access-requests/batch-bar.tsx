import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Access } from '../../../src-shared/domain/permissions.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import type { RowSelection } from '../../components/people/use-row-selection.ts';
import { permissionList } from '../../lib/access-texts.ts';
import { formatCount, formatQuantity } from '../../lib/format.ts';
import { ChosenRequests } from './chosen-requests.tsx';
import { isOpen } from './request-rules.ts';

export interface BatchBarProps {
  readonly selection: RowSelection<AccessRequestRow>;
  /** What each of them gets. */
  readonly access: Access;
  /** Why nobody can be approved yet; null when they can (D2). */
  readonly tooEarly: string | null;
  /** Answers whether the decisions were kept; else why not has been told. */
  readonly onApprove: (requests: readonly AccessRequestRow[]) => Promise<boolean>;
  /** With one reason for all: each of them reads it. */
  readonly onDeny: (requests: readonly AccessRequestRow[], reason: string) => Promise<boolean>;
}

/** Approves or denies all selected requests that are still open, after saying for whom. */
export function BatchBar({ selection, access, tooEarly, onApprove, onDeny }: BatchBarProps) {
  const [asking, setAsking] = useState<'approve' | 'deny' | null>(null);
  const open = selection.rows.filter(isOpen);
  const decided = selection.count - open.length;
  const many = formatQuantity(open.length, 'request', 'requests');
  const close = () => setAsking(null);
  // what could not be kept is still there to be tried again
  const untilKept = async (deciding: Promise<boolean>) => {
    if (await deciding) close();
  };
  const chosen = <ChosenRequests open={open} decided={decided} />;
  return (
    <Group gap="xs" component="section" aria-label="Selected requests">
      <Text component="output" size="sm" fw={600}>
        {formatCount(selection.count)} selected
      </Text>
      <Button
        size="compact-sm"
        onClick={() => {
          if (tooEarly === null) setAsking('approve');
        }}
        {...(tooEarly === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-description': tooEarly })}
      >
        Approve selected
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        c="var(--mantine-color-error)"
        disabled={open.length === 0}
        onClick={() => setAsking('deny')}
      >
        Deny selected
      </Button>
      {tooEarly !== null && (
        <Text size="xs" c="dimmed">
          {tooEarly}
        </Text>
      )}
      <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
        Clear
      </Button>
      <ConfirmDialog
        opened={asking === 'approve'}
        onClose={close}
        onConfirm={() => {
          if (open.length === 0) close();
          else void untilKept(onApprove(open));
        }}
        title={`Approve ${many}`}
        confirmLabel={open.length === 0 ? 'Close' : `Approve (${open.length})`}
        tone="plain"
      >
        <Stack gap="sm">
          {open.length > 0 && (
            <Text size="sm">Each becomes a User with these permissions: {permissionList(access.permissions)}.</Text>
          )}
          {chosen}
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'deny'}
        onClose={close}
        onConfirm={(reason) => {
          if (reason !== null) void untilKept(onDeny(open, reason));
        }}
        title={`Deny ${many}`}
        confirmLabel={`Deny (${open.length})`}
        reason={{ label: 'Reason', hint: 'The same for all of them. Each requester reads it.', required: true }}
      >
        <Stack gap="sm">{chosen}</Stack>
      </ConfirmDialog>
    </Group>
  );
}
