import type { Selectable } from 'kysely';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import type { Caller } from '../../handler.ts';
import { ownOrder } from './own-order.ts';

/** The caller's own document, complete or not, held until the transaction ends; `not_found` otherwise. */
export async function ownUpload(
  transaction: DatabaseTransaction,
  caller: Caller,
  { orderId, documentId }: { readonly orderId: string; readonly documentId: string },
): Promise<Result<Selectable<Schema['document']>>> {
  const order = await ownOrder(transaction, caller, orderId);
  if (!order.ok) return order;
  const document = await transaction
    .selectFrom('document')
    .selectAll()
    .where('id', '=', documentId)
    .where('order_id', '=', orderId)
    .where('account_id', '=', caller.accountId)
    .forUpdate()
    .executeTakeFirst();
  return document === undefined ? fail({ code: 'not_found' }) : ok(document);
}
