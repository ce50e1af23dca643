import { countCharacters, isOpenOrder, type OrderDetail } from '../../../src-shared/domain/order.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { auditOrder } from './audit-order.ts';
import { orderPortal } from './order-portal.ts';
import { ownOrder } from './own-order.ts';
import { readOrderDetail } from './read-order-detail.ts';

/**
 * Replaces what somebody typed about an order that is not decided yet (E8): `too_long` above the portal's limit in code points,
 * `illegal_transition` for a decided order. The same text again changes nothing.
 */
export async function putAdditionalInformation(
  context: PortalContext,
  { params, body, caller }: Call<typeof orderRoutes.putAdditionalInformation>,
): Promise<Result<OrderDetail>> {
  const { database, chance } = context;
  const portal = orderPortal(caller.portalId);
  if (!portal.ok) return portal;
  const order = await ownOrder(database, caller, params.orderId);
  if (!order.ok) return order;
  if (countCharacters(body.text) > portal.value.additionalInformation.maxLength) {
    return fail(invalidInput([{ path: 'text', code: 'too_long' }]));
  }
  if (!isOpenOrder(order.value.status)) {
    return fail({ code: 'illegal_transition', currentStatus: order.value.status });
  }
  const values = { text: body.text, account_id: caller.accountId, saved_at: chance.now() };
  await database.transaction().execute(async (transaction) => {
    const put = await transaction
      .insertInto('additional_information')
      .values({ order_id: params.orderId, ...values })
      .onConflict((known) =>
        known.column('order_id').doUpdateSet(values).where('additional_information.text', '!=', body.text),
      )
      .returning('order_id')
      .executeTakeFirst();
    if (put !== undefined) {
      await auditOrder(transaction, context, caller, 'put-additional-information', params.orderId);
    }
  });
  return ok(await readOrderDetail(database, order.value));
}
