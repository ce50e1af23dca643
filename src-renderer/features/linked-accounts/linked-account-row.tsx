import { Button, Table, Text } from '@mantine/core';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';
import { linkedAccountStatusTexts, linkedAccountTones, whyClosed } from '../../lib/linked-account-texts.ts';

export interface LinkedAccountRowProps {
  readonly linked: LinkedAccount;
  /** The window works for this one now. */
  readonly current: boolean;
  readonly switching: boolean;
  readonly onSwitch: () => void;
}

export function LinkedAccountRow({ linked, current, switching, onSwitch }: LinkedAccountRowProps) {
  const { organization, role, permissions, status } = linked;
  const why = whyClosed(linked);
  return (
    <Table.Tr aria-current={current || undefined}>
      <Table.Th scope="row" fw={400}>
        <Text size="sm" fw={600}>
          {organization.name}
        </Text>
        <Text size="xs" c="dimmed">
          {organization.city}, {organization.state}
        </Text>
      </Table.Th>
      <Table.Td>{organization.providerId}</Table.Td>
      <Table.Td>{roleTexts[role]}</Table.Td>
      <Table.Td>{role === 'administrator' ? 'All' : permissionList(permissions)}</Table.Td>
      <Table.Td>
        <StatusBadge tone={linkedAccountTones[status]}>{linkedAccountStatusTexts[status]}</StatusBadge>
        {why !== null && (
          <Text size="xs" c="dimmed" mt={4} maw={280}>
            {why}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {current && status === 'active' && (
          <Text size="sm" c="dimmed">
            In use
          </Text>
        )}
        {!current && status === 'active' && (
          <Button
            variant="default"
            size="xs"
            disabled={switching}
            onClick={onSwitch}
            aria-label={`Switch to ${organization.name}`}
          >
            Switch
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
