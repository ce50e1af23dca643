import { Button, Table, Text } from '@mantine/core';
import type { DeskLinkedAccount } from '../../../src-shared/ipc/accounts.ts';
import type { Proofs } from '../../../src-shared/portals/definition.ts';
import { RunningWaits } from '../../components/running-waits.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { WantedNote } from '../../components/wanted-note.tsx';
import { permissionList, roleTexts } from '../../lib/access-texts.ts';
import { shownName, standingOf, whyClosed } from '../../lib/linked-account-texts.ts';
import { useNow } from '../../lib/surroundings.tsx';
import { pinText } from './pin-texts.ts';

export interface LinkedAccountRowProps {
  readonly accountId: string;
  readonly linked: DeskLinkedAccount;
  /** The window works for this one now. */
  readonly current: boolean;
  /** How the portal asks for a proof, if it does. */
  readonly proofs?: Proofs | undefined;
  readonly onEnterPin: () => void;
  /** Where somebody keeps the status by hand. */
  readonly onRecordStatus?: (() => void) | undefined;
  readonly switching: boolean;
  readonly onSwitch: () => void;
  /** Opens the organization's details, at portals that have them (D9). */
  readonly details?: { readonly label: string; readonly onOpen: () => void };
}

export function LinkedAccountRow({
  accountId,
  linked,
  current,
  proofs,
  onEnterPin,
  onRecordStatus,
  switching,
  onSwitch,
  details,
}: LinkedAccountRowProps) {
  const { organization, nickname, role, permissions, status } = linked;
  const standing = standingOf(linked, useNow(5_000));
  const why = linked.pin === undefined || proofs === undefined ? whyClosed(linked) : pinText(linked, proofs.mailedPin);
  const enterPin = onRecordStatus === undefined ? proofs?.mailedPin.enterPin : 'PIN entered';
  return (
    <Table.Tr aria-current={current || undefined}>
      <Table.Th scope="row" fw={400}>
        <Text size="sm" fw={600}>
          {shownName(linked)}
        </Text>
        <Text size="xs" c="dimmed">
          {[nickname === null ? '' : organization.name, organization.city, organization.state]
            .filter(Boolean)
            .join(', ')}
        </Text>
        <WantedNote accountId={accountId} linked={linked} />
      </Table.Th>
      <Table.Td>{organization.providerId}</Table.Td>
      <Table.Td>{roleTexts[role]}</Table.Td>
      <Table.Td>{role === 'administrator' ? 'All' : permissionList(permissions)}</Table.Td>
      <Table.Td>
        <StatusBadge tone={standing.tone}>{standing.text}</StatusBadge>
        <RunningWaits linked={linked} />
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
        {status === 'awaiting-pin' && proofs !== undefined && (
          <Button size="xs" onClick={onEnterPin} aria-label={`${enterPin} of ${organization.name}`}>
            {enterPin}
          </Button>
        )}
        {!current && status === 'active' && (
          <Button
            variant="default"
            size="xs"
            disabled={switching}
            onClick={onSwitch}
            aria-label={`Switch to ${shownName(linked)}`}
          >
            Switch
          </Button>
        )}
        {details !== undefined && status === 'active' && (
          <Button
            variant="default"
            size="xs"
            mt={6}
            display="block"
            disabled={switching}
            onClick={details.onOpen}
            aria-label={`${details.label}: ${shownName(linked)}`}
          >
            {details.label}
          </Button>
        )}
        {onRecordStatus !== undefined && (
          <Button
            variant="default"
            size="xs"
            mt={6}
            display="block"
            onClick={onRecordStatus}
            aria-label={`Record status: ${shownName(linked)}`}
          >
            Record status
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
