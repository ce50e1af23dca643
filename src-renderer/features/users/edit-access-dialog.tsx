import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { accessOf, type Access, type Permission } from '../../../src-shared/domain/permissions.ts';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import { AccessPicker } from '../../components/people/access-picker.tsx';
import { fullName } from '../../components/people/person-columns.ts';
import { formatQuantity } from '../../lib/format.ts';
import { planFor } from './bulk-plan.ts';
import { SkippedUsers } from './skipped-users.tsx';
import { isLastAdministrator, type Situation } from './user-rules.ts';

export interface EditAccessDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly users: readonly UserRow[];
  readonly situation: Situation;
  readonly offered: readonly Permission[];
  readonly defaultPermissions: readonly Permission[];
  readonly onClose: () => void;
  readonly onDecide: (users: readonly UserRow[], access: Access) => void;
}

/** Role and permissions of one user, or the same for several (C12). */
export const EditAccessDialog = (props: EditAccessDialogProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title={props.title} centered size="md">
    <EditAccessForm {...props} />
  </Modal>
);

function EditAccessForm({ users, situation, offered, defaultPermissions, onClose, onDecide }: EditAccessDialogProps) {
  const [only] = users.length === 1 ? users : [];
  const before: Access = only ?? { role: 'user', permissions: defaultPermissions };
  const [chosen, setChosen] = useState<Access>({ role: before.role, permissions: before.permissions });
  const granted = accessOf(chosen.role, chosen.permissions, offered);
  const { allowed, skipped } = planFor('edit-role-and-permissions', users, situation, granted);
  const unchanged =
    only !== undefined &&
    granted.role === only.role &&
    granted.permissions.join() === accessOf(only.role, only.permissions, offered).permissions.join();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (allowed.length > 0 && !unchanged) onDecide(allowed, granted);
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          {only === undefined
            ? `The same role and permissions for ${formatQuantity(allowed.length, 'user', 'users')}.`
            : `${fullName(only)} (${only.email})`}
        </Text>
        <AccessPicker
          value={chosen}
          onChange={setChosen}
          offered={offered}
          actor={situation.actor}
          action="edit-access"
          whyNotUser={
            only !== undefined && isLastAdministrator(only, situation)
              ? 'This is the last administrator. Make somebody else an administrator first.'
              : null
          }
        />
        <SkippedUsers skipped={skipped} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={unchanged || allowed.length === 0}>
            {only === undefined ? `Save for ${formatQuantity(allowed.length, 'user', 'users')}` : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
