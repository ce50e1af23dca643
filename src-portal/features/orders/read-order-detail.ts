import { sql, type Selectable } from 'kysely';
import type { OrderDetail, OrderDocument } from '../../../src-shared/domain/order.ts';
import type { Database } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { toOrder, type OrderRow } from './read-orders.ts';

/** The order with all that belongs to it; letters and documents the newest first. */
export async function readOrderDetail(database: Database, order: OrderRow): Promise<OrderDetail> {
  const letters = await database
    .selectFrom('letter')
    .select(['id', 'title', sql<string>`written_on::text`.as('date')])
    .where('order_id', '=', order.id)
    .orderBy('written_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const documents = await database
    .selectFrom('document')
    .selectAll()
    .where('order_id', '=', order.id)
    .where('completed_at', 'is not', null)
    .orderBy('completed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const information = await database
    .selectFrom('additional_information')
    .select(['text', 'saved_at'])
    .where('order_id', '=', order.id)
    .executeTakeFirst();
  return {
    order: toOrder(order),
    letters,
    documents: documents.map((document) => toDocument(document)),
    neededDocuments: order.needs_documents,
    isClinicalAnswered: order.clinical_answered,
    additionalInformation:
      information === undefined ? null : { text: information.text, savedAt: information.saved_at.toISOString() },
  };
}

/** A document that is complete. */
export function toDocument(row: Selectable<Schema['document']>): OrderDocument {
  if (row.completed_at === null) throw new Error('The document has not arrived yet');
  const { id, name, type, size, pages } = row;
  return { id, name, type, size, pages, uploadedAt: row.completed_at.toISOString() };
}
