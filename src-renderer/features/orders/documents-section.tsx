import { List, Stack, Table, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isOpenOrder, type OrderDetail, type OrderDocument } from '../../../src-shared/domain/order.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatMoment } from '../../lib/format.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { OrderSection } from './order-section.tsx';
import { documentTypeTexts, formatBytes } from './order-texts.ts';
import { UploadForm } from './upload-form.tsx';
import { UploadProgress } from './upload-progress.tsx';
import type { OrderAccount } from './use-order-account.ts';

export interface DocumentsSectionProps {
  readonly account: OrderAccount;
  readonly detail: OrderDetail;
  /** A document has reached the portal. */
  readonly onArrived: () => void;
}

/** What the portal asked for, the advice about it, and what was sent (E8). */
export function DocumentsSection({ account, detail, onArrived }: DocumentsSectionProps) {
  const { accountId, orderSearch } = account;
  const { documents, neededDocuments, isClinicalAnswered, order } = detail;
  const uploads = useProcedure('orders.uploads', { accountId, orderId: order.id });
  const waiting = uploads.data?.uploads ?? [];
  const count = useRef(0);
  useEffect(() => {
    if (waiting.length < count.current) onArrived();
    count.current = waiting.length;
  }, [waiting.length, onArrived]);

  const mayUpload = neededDocuments !== null && isClinicalAnswered && isOpenOrder(order.status);
  return (
    <OrderSection title="Documents">
      {neededDocuments === null && (
        <Text size="sm" c="dimmed">
          The portal needs no documents for this order.
        </Text>
      )}
      {neededDocuments !== null && (
        <Notice title="The portal needs documents">
          <Text size="sm">{neededDocuments}</Text>
        </Notice>
      )}
      {neededDocuments !== null && !isClinicalAnswered && (
        <Text size="sm" fw={600}>
          {orderSearch.documents.clinicalQuestionsFirst}
        </Text>
      )}
      {mayUpload && (
        <>
          <List size="sm">
            {orderSearch.documents.advice.map((advice) => (
              <List.Item key={advice}>{advice}</List.Item>
            ))}
          </List>
          <UploadForm account={account} orderId={order.id} />
        </>
      )}
      {uploads.isError && <ErrorNotice error={uploads.error} onRetry={() => void uploads.refetch()} />}
      {waiting.length > 0 && (
        <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Uploads">
          {waiting.map((upload) => (
            <UploadProgress key={upload.id} accountId={accountId} upload={upload} />
          ))}
        </Stack>
      )}
      {documents.length > 0 && <SentDocuments documents={documents} />}
    </OrderSection>
  );
}

const SentDocuments = ({ documents }: { readonly documents: readonly OrderDocument[] }) => (
  <Table aria-label="Uploaded documents">
    <Table.Thead>
      <Table.Tr>
        {['Document', 'Kind', 'Pages', 'Size', 'Uploaded'].map((head) => (
          <Table.Th key={head} scope="col">
            {head}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {documents.map((document) => (
        <Table.Tr key={document.id}>
          <Table.Th scope="row" fw={400}>
            {document.name}
          </Table.Th>
          <Table.Td>{documentTypeTexts[document.type]}</Table.Td>
          <Table.Td>{document.pages ?? 'All'}</Table.Td>
          <Table.Td>{formatBytes(document.size)}</Table.Td>
          <Table.Td>{formatMoment(document.uploadedAt)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
