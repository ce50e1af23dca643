import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Order } from '../../../src-shared/domain/order.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AdditionalInformation } from './additional-information.tsx';
import { DocumentsSection } from './documents-section.tsx';
import { LettersSection } from './letters-section.tsx';
import { OrderSection } from './order-section.tsx';
import { formatDay, orderStatusTexts, solutionTexts } from './order-texts.ts';
import type { OrderAccount } from './use-order-account.ts';

export interface OrderPageProps {
  readonly account: OrderAccount;
  readonly order: Order;
  readonly onBack: () => void;
}

/** An order with its letters, what is needed, and what can be sent (E6, E8). */
export function OrderPage({ account, order: listed, onBack }: OrderPageProps) {
  const { accountId, orderSearch } = account;
  const detail = useProcedure('orders.detail', { accountId, orderId: listed.id });
  const order = detail.data?.order ?? listed;
  const status = orderStatusTexts[order.status];
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <>
      <Group mb="sm">
        <Button
          ref={back}
          variant="default"
          size="xs"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={onBack}
        >
          Back to {orderSearch.label}
        </Button>
      </Group>
      <PageHeader
        title={`Order ${order.orderId}`}
        description={`${order.memberName} · ${order.requestedService}`}
        aside={<StatusBadge tone={status.tone}>{status.label}</StatusBadge>}
      />
      <Stack gap="lg">
        <OrderFacts order={order} />
        {detail.isError && (
          <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} retrying={detail.isFetching} />
        )}
        {detail.isPending && <LoadingRows label="Loading the order" rows={4} />}
        {detail.data !== undefined && (
          <>
            <LettersSection accountId={accountId} detail={detail.data} />
            <DocumentsSection account={account} detail={detail.data} onArrived={() => void detail.refetch()} />
            <AdditionalInformation account={account} detail={detail.data} onSaved={() => void detail.refetch()} />
          </>
        )}
      </Stack>
    </>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Member', order.memberName],
    ['Member number', order.memberNumber],
    ['Birth date', formatDay(order.memberBirthDate)],
    ['Health plan', order.planName],
    ['Solution', solutionTexts[order.solution]],
    ['ACMP#', order.acmpNumber ?? 'None'],
    ['Ordered', formatDay(order.orderedOn)],
    ['Date of service', formatDay(order.serviceOn)],
  ];
  return (
    <OrderSection title="Order">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} component="dl" m={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </OrderSection>
  );
}
