import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { OrderDetail } from '../../../src-shared/domain/order.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useProcedureMutation } from '../../lib/use-procedure.ts';
import { OrderSection } from './order-section.tsx';
import { formatDay } from './order-texts.ts';

/** The portal's letters about the order (E6): each opens as a PDF. */
export function LettersSection({ accountId, detail }: { readonly accountId: string; readonly detail: OrderDetail }) {
  const open = useProcedureMutation('orders.openLetter');
  const { letters, order } = detail;
  return (
    <OrderSection
      title="Letters"
      {...(letters.length > 0
        ? {
            description:
              'A letter opens in this computer’s PDF viewer. Its copy is removed when Portal Desk is closed.',
          }
        : {})}
    >
      {open.error !== null && <ErrorNotice error={open.error} />}
      {letters.length === 0 && (
        <Text size="sm" c="dimmed">
          There are no letters about this order yet.
        </Text>
      )}
      {letters.length > 0 && (
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {letters.map((letter) => (
            <Group key={letter.id} component="li" gap="md">
              <Button
                variant="light"
                size="xs"
                leftSection={<IconFileTypePdf size={16} aria-hidden />}
                loading={open.isPending && open.variables.letterId === letter.id}
                onClick={() => open.mutate({ accountId, orderId: order.id, letterId: letter.id })}
              >
                {letter.title}
              </Button>
              <Text size="sm" c="dimmed">
                {formatDay(letter.date)}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </OrderSection>
  );
}
