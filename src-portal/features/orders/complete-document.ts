import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { OrderDocument } from '../../../src-shared/domain/order.ts';
import { documentTypeOf } from '../../../src-shared/domain/order-document.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import type { Call } from '../../handler.ts';
import { auditOrder } from './audit-order.ts';
import { ownUpload } from './own-upload.ts';
import { toDocument } from './read-order-detail.ts';

/**
 * Takes a document over once all its bytes are there and are what was announced (E8): `part_out_of_step` while some are missing,
 * `document_damaged` where the hash differs, `document_type` where the content is not of the announced type. After the last
 * two, what arrived is thrown away and the upload stands at its beginning.
 */
export async function completeDocument(
  context: PortalContext,
  { params, caller }: Call<typeof orderRoutes.completeDocument>,
): Promise<Result<OrderDocument>> {
  return context.database.transaction().execute(async (transaction) => {
    const document = await ownUpload(transaction, caller, params);
    if (!document.ok) return document;
    const { id, received, size, completed_at: completedAt } = document.value;
    if (completedAt !== null) return ok(toDocument(document.value));
    if (received < size) return fail({ code: 'part_out_of_step', offset: received });
    const problem = await examine(transaction, document.value);
    if (problem !== null) {
      await transaction.deleteFrom('document_part').where('document_id', '=', id).execute();
      await transaction.updateTable('document').set({ received: 0 }).where('id', '=', id).execute();
      return fail(problem);
    }
    const completed = await transaction
      .updateTable('document')
      .set({ completed_at: context.chance.now() })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await auditOrder(transaction, context, caller, 'upload-document', params.orderId, { documentId: id });
    return ok(toDocument(completed));
  });
}

/** Reads part after part, so that a large document does not stand in memory as a whole. */
async function examine(
  transaction: DatabaseTransaction,
  { id, sha256, type }: Selectable<Schema['document']>,
): Promise<DeskError | null> {
  const positions = await transaction
    .selectFrom('document_part')
    .select('position')
    .where('document_id', '=', id)
    .orderBy('position')
    .execute();
  const hash = createHash('sha256');
  // a part may be shorter than what tells the type
  let beginning = Buffer.alloc(0);
  for (const { position } of positions) {
    const { content } = await transaction
      .selectFrom('document_part')
      .select('content')
      .where('document_id', '=', id)
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    hash.update(content);
    if (beginning.length < 16) beginning = Buffer.concat([beginning, content.subarray(0, 16)]);
  }
  if (hash.digest('hex') !== sha256) return { code: 'document_damaged' };
  return documentTypeOf(beginning) === type ? null : { code: 'document_type' };
}

/** Gives up an upload; nothing where it is gone already. A complete document stays: `illegal_transition`. */
export async function cancelDocument(
  { database }: PortalContext,
  { params, caller }: Call<typeof orderRoutes.cancelDocument>,
): Promise<Result<RouteAnswer<typeof orderRoutes.cancelDocument>>> {
  return database.transaction().execute(async (transaction) => {
    const document = await ownUpload(transaction, caller, params);
    if (!document.ok) return document.error.code === 'not_found' ? ok({}) : document;
    if (document.value.completed_at !== null) return fail({ code: 'illegal_transition', currentStatus: 'uploaded' });
    await transaction.deleteFrom('document').where('id', '=', document.value.id).execute();
    return ok({});
  });
}
