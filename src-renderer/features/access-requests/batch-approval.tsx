import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Access } from '../../../src-shared/domain/permissions.ts';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { fullName } from '../../components/people/person-columns.ts';
import type { RowSelection } from '../../components/people/use-row-selection.ts';
import { permissionList } from '../../lib/access-texts.ts';
import { formatCount, formatQuantity } from '../../lib/format.ts';
import { isOpen } from './request-rules.ts';

export interface BatchApprovalProps {
  readonly selection: RowSelection<AccessRequestRow>;
  /** What each of them gets. */
  readonly access: Access;
  /** Why nobody can be approved yet; null when they can (D2). */
  readonly tooEarly: string | null;
  readonly onApprove: (requests: readonly AccessRequestRow[]) => void;
}

const mostNames = 8;

/** Approves all selected requests that are still open, after saying for whom. */
export function BatchApproval({ selection, access, tooEarly, onApprove }: BatchApprovalProps) {
  const [opened, setOpened] = useState(false);
  const open = selection.rows.filter(isOpen);
  const decided = selection.count - open.length;
  const many = formatQuantity(open.length, 'request', 'requests');
  return (
    <Group gap="xs" component="section" aria-label="Selected requests">
      <Text component="output" size="sm" fw={600}>
        {formatCount(selection.count)} selected
      </Text>
      <Button
        size="compact-sm"
        onClick={() => {
          if (tooEarly === null) setOpened(true);
        }}
        {...(tooEarly === null ? {} : { 'data-disabled': true, 'aria-disabled': true, 'aria-description': tooEarly })}
      >
        Approve selected
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
        opened={opened}
        onClose={() => setOpened(false)}
        onConfirm={() => {
          setOpened(false);
          if (open.length > 0) onApprove(open);
        }}
        title={`Approve ${many}`}
        confirmLabel={open.length === 0 ? 'Close' : `Approve (${open.length})`}
        tone="plain"
      >
        <Stack gap="sm">
          {open.length > 0 && (
            <>
              <Text size="sm">Each becomes a User with these permissions: {permissionList(access.permissions)}.</Text>
              <List size="sm" spacing={2}>
                {open.slice(0, mostNames).map((request) => (
                  <List.Item key={request.id}>
                    {fullName(request)} ({request.email})
                    {request.evidence.emailVerifiedAt === null && <b> – email not confirmed</b>}
                  </List.Item>
                ))}
                {open.length > mostNames && <List.Item>and {open.length - mostNames} more</List.Item>}
              </List>
            </>
          )}
          {decided > 0 && (
            <Text size="sm">
              {formatQuantity(decided, 'selected request is', 'selected requests are')} decided already and left out.
            </Text>
          )}
        </Stack>
      </ConfirmDialog>
    </Group>
  );
}
