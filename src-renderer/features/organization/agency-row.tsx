import { Button, Group, Radio, Table, Text } from '@mantine/core';
import { placeOf } from '../../../src-shared/domain/billing-agency.ts';
import type { BillingAgencyRow } from '../../../src-shared/ipc/billing-agencies.ts';
import type { BillingAgencies } from '../../../src-shared/portals/definition.ts';
import { foremost, noteText, refusalText, underWay } from '../../components/people/command-texts.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { canBeDenied, statusDetail, statusText, statusTones } from './agency-rules.ts';

export interface AgencyRowProps {
  readonly agency: BillingAgencyRow;
  readonly labels: BillingAgencies;
  readonly selected: boolean;
  /** Only administrators decide about agencies. */
  readonly mayDecide: boolean;
  readonly onSelect: () => void;
  readonly onDeny: () => void;
  readonly onAddAgain: () => void;
  readonly onUndo: (commandId: string) => void;
  readonly onDismiss: (commandId: string) => void;
}

/** One agency: where it stands, what was decided about it and is not done yet, and what can be decided. */
export function AgencyRow({
  agency,
  labels,
  selected,
  mayDecide,
  onSelect,
  onDeny,
  onAddAgain,
  ...acts
}: AgencyRowProps) {
  const place = placeOf(agency);
  const detail = statusDetail(agency);
  return (
    <Table.Tr aria-selected={selected} {...(selected ? { bg: 'var(--mantine-primary-color-light)' } : {})}>
      <Table.Td>
        <Radio
          name="billing-agency"
          aria-label={`${labels.select} ${agency.name}`}
          checked={selected}
          onChange={onSelect}
        />
      </Table.Td>
      <Table.Th scope="row" fw={400}>
        <Text size="sm" fw={600}>
          {agency.name}
        </Text>
        {place !== null && (
          <Text size="xs" c="dimmed">
            {place}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <StatusBadge tone={statusTones[agency.status]}>{statusText(agency, labels)}</StatusBadge>
        {detail !== null && (
          <Text size="xs" c="dimmed" mt={4} maw={320}>
            {detail}
          </Text>
        )}
        <Waiting agency={agency} {...acts} />
      </Table.Td>
      <Table.Td>
        {mayDecide &&
          underWay(agency.pending).length === 0 &&
          (canBeDenied(agency) ? (
            <Button variant="default" size="xs" onClick={onDeny} aria-label={`${labels.deny}: ${agency.name}`}>
              {labels.deny}
            </Button>
          ) : (
            <Button variant="default" size="xs" onClick={onAddAgain} aria-label={`Add again: ${agency.name}`}>
              Add again
            </Button>
          ))}
      </Table.Td>
    </Table.Tr>
  );
}

/** Nothing is shown as done before the portal has said so. */
function Waiting({ agency, onUndo, onDismiss }: Pick<AgencyRowProps, 'agency' | 'onUndo' | 'onDismiss'>) {
  const command = foremost(agency.pending);
  if (command === null) return null;
  const refused = command.state === 'refused';
  return (
    <Group gap="xs" mt={6}>
      <Text size="xs" {...(refused ? { c: 'var(--mantine-color-error)' } : {})}>
        {refused ? refusalText(command.error) : noteText(command)}
      </Text>
      {command.state !== 'sending' && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${refused ? 'Dismiss' : 'Undo'}: ${agency.name}`}
          onClick={() => (refused ? onDismiss : onUndo)(command.id)}
        >
          {refused ? 'Dismiss' : 'Undo'}
        </Button>
      )}
    </Group>
  );
}
