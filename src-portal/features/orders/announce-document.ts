import { isOpenOrder } from '../../../src-shared/domain/order.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { orderPortal } from './order-portal.ts';
import { ownOrder } from './own-order.ts';
import type { OrderRow } from './read-orders.ts';

type AnnounceCall = Call<typeof orderRoutes.announceDocument>;

/** New documents; taking one up again is free. [ours] */
const documentsPerAccount: AttemptLimit = { limit: 100, windowMs: 60 * 60_000 };

/**
 * Begins an upload, or takes it up again with the same id, and answers how many bytes have arrived (E8). Refused with
 * `clinical_questions_first` before those are answered, `documents_not_needed` where the portal asks for none,
 * `illegal_transition` for a decided order, `too_large` above the portal's number of documents, `too_long` at a size above its
 * limit, and `command_id_reused` where the id stands for another document.
 */
export async function announceDocument(
  context: PortalContext,
  call: AnnounceCall,
): Promise<Result<RouteAnswer<typeof orderRoutes.announceDocument>>> {
  const { database } = context;
  const portal = orderPortal(call.caller.portalId);
  if (!portal.ok) return portal;
  const order = await ownOrder(database, call.caller, call.params.orderId);
  if (!order.ok) return order;
  const known = await recall(database, call);
  if (!known.ok || known.value !== null) return offsetOf(known);
  const wanted = checkOrder(order.value);
  if (!wanted.ok) return wanted;
  const { maxBytes, most, types } = portal.value.documents;
  if (call.body.size > maxBytes) return fail(invalidInput([{ path: 'size', code: 'too_long' }]));
  if (!types.includes(call.body.type)) return fail(invalidInput([{ path: 'type', code: 'not_an_option' }]));
  const allowed = await takeAttempt(database, context, `documents:${call.caller.accountId}`, documentsPerAccount);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  return database.transaction().execute(async (transaction) => {
    // one call at a time begins an upload for this order
    await transaction
      .selectFrom('health_order')
      .select('id')
      .where('id', '=', call.params.orderId)
      .forUpdate()
      .execute();
    const meanwhile = await recall(transaction, call);
    if (!meanwhile.ok || meanwhile.value !== null) return offsetOf(meanwhile);
    return begin(transaction, context, call, most);
  });
}

const offsetOf = (known: Result<number | null>): Result<{ offset: number }> =>
  known.ok ? ok({ offset: known.value ?? 0 }) : known;

function checkOrder({ clinical_answered: isAnswered, needs_documents: needed, status }: OrderRow): Result<void> {
  if (!isAnswered) return fail({ code: 'clinical_questions_first' });
  if (!isOpenOrder(status)) return fail({ code: 'illegal_transition', currentStatus: status });
  return needed === null ? fail({ code: 'documents_not_needed' }) : ok(undefined);
}

/** How much of the announced document has arrived; null where it is new. */
async function recall(
  database: PortalContext['database'],
  { params, body, caller }: AnnounceCall,
): Promise<Result<number | null>> {
  const known = await database.selectFrom('document').selectAll().where('id', '=', body.id).executeTakeFirst();
  if (known === undefined) return ok(null);
  const isSame =
    known.order_id === params.orderId &&
    known.account_id === caller.accountId &&
    known.name === body.name &&
    known.type === body.type &&
    known.size === body.size &&
    known.pages === body.pages &&
    known.sha256 === body.sha256;
  return isSame ? ok(known.received) : fail({ code: 'command_id_reused' });
}

async function begin(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  { params, body, caller }: AnnounceCall,
  most: number,
): Promise<Result<{ offset: number }>> {
  const { count } = await transaction
    .selectFrom('document')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('order_id', '=', params.orderId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) return fail({ code: 'too_large' });
  const { id, name, type, size, sha256, pages } = body;
  const added = await transaction
    .insertInto('document')
    .values({
      id,
      order_id: params.orderId,
      account_id: caller.accountId,
      name,
      type,
      size,
      sha256,
      pages,
      created_at: chance.now(),
      completed_at: null,
    })
    // the id may have been taken for another order this moment
    .onConflict((known) => known.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added === undefined ? fail({ code: 'command_id_reused' }) : ok({ offset: 0 });
}
