import { Anchor, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import type { Order } from '../../../src-shared/domain/order.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatQuantity } from '../../lib/format.ts';
import { formatDay, orderStatusTexts, solutionTexts } from './order-texts.ts';

export interface OrderResultsProps {
  readonly orders: readonly Order[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
  readonly onOpen: (order: Order) => void;
}

/** What was found, across all health plans and solutions (E6). */
export function OrderResults({ orders, hasMore, isLoadingMore, onMore, onOpen }: OrderResultsProps) {
  if (orders.length === 0) {
    return (
      <EmptyState icon={<IconFileSearch size={28} />} title="No order found">
        Only orders of the Tax IDs that you act for are listed. Check what you typed, or search by something else.
      </EmptyState>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {hasMore
          ? `The first ${formatQuantity(orders.length, 'order', 'orders')}`
          : formatQuantity(orders.length, 'order', 'orders')}
      </Text>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={900} tabIndex={0} aria-label="Orders">
          <Table highlightOnHover verticalSpacing="sm" horizontalSpacing="md" aria-label="Orders">
            <Table.Thead>
              <Table.Tr>
                {['Order ID', 'Member', 'Requested service', 'Health plan', 'Ordered', 'Status'].map((head) => (
                  <Table.Th key={head} scope="col">
                    {head}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {orders.map((order) => (
                <OrderRow key={order.id} order={order} onOpen={onOpen} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      {hasMore && (
        <Group>
          <Button variant="default" onClick={onMore} loading={isLoadingMore}>
            Show more
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const whole = { whiteSpace: 'nowrap' } as const;

function OrderRow({ order, onOpen }: { readonly order: Order; readonly onOpen: (order: Order) => void }) {
  const status = orderStatusTexts[order.status];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Anchor component="button" type="button" size="sm" data-order={order.id} onClick={() => onOpen(order)}>
          {order.orderId}
        </Anchor>
        {order.acmpNumber !== null && (
          <Text size="xs" c="dimmed">
            ACMP# {order.acmpNumber}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <Text size="sm">{order.memberName}</Text>
        <Text size="xs" c="dimmed">
          {order.memberNumber}
        </Text>
        <Text size="xs" c="dimmed" style={whole}>
          Born {formatDay(order.memberBirthDate)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{order.requestedService}</Text>
        <Text size="xs" c="dimmed">
          {solutionTexts[order.solution]}
        </Text>
      </Table.Td>
      <Table.Td>{order.planName}</Table.Td>
      <Table.Td style={whole}>{formatDay(order.orderedOn)}</Table.Td>
      <Table.Td style={whole} miw={190}>
        <StatusBadge tone={status.tone}>{status.label}</StatusBadge>
      </Table.Td>
    </Table.Tr>
  );
}
