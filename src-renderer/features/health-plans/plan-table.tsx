import { Table, Text } from '@mantine/core';
import type { AccountPlan } from '../../../src-shared/domain/health-plan.ts';
import { maskTin } from '../../../src-shared/domain/tin.ts';
import { formatDate } from '../../lib/format.ts';

export interface PlanTableProps {
  readonly plans: readonly AccountPlan[];
  readonly label: string;
  readonly expected: string;
}

/** The account's plans, which Tax IDs each is used with, whether those await verification (A8), and since when it is there. */
export const PlanTable = ({ plans, label, expected }: PlanTableProps) => (
  <Table.ScrollContainer minWidth={560}>
    <Table verticalSpacing="sm" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Health plan</Table.Th>
          <Table.Th>Tax ID (TIN)</Table.Th>
          <Table.Th>Added</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plans.map(({ id, name, taxIdsLastFour, unverifiedLastFour, addedAt }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={name === expected ? 600 : 500}>
              {name}
            </Table.Th>
            <Table.Td>
              {taxIdsLastFour.map(maskTin).join(', ')}
              {unverifiedLastFour.length > 0 && (
                <Text size="xs" c="dimmed">
                  {unverifiedText(taxIdsLastFour, unverifiedLastFour)}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{formatDate(addedAt)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

/** Names those that await the portal's staff where others of the plan do not. */
function unverifiedText(all: readonly string[], unverified: readonly string[]): string {
  const which = unverified.length === all.length ? '' : `${unverified.map(maskTin).join(', ')}: `;
  return `${which}Awaits verification by the portal. Orders are shown after it.`;
}
