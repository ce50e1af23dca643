import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { orderPortal } from './order-portal.ts';
import { findOrder, type OrderRow } from './read-orders.ts';
import { taxIdsOf } from './tax-ids-of.ts';

/** The order, where the caller acts for its Tax ID; `not_found` otherwise, whether there is one or not. */
export async function ownOrder(
  database: Database,
  caller: Pick<Caller, 'accountId' | 'portalId'>,
  orderId: string,
): Promise<Result<OrderRow>> {
  const portal = orderPortal(caller.portalId);
  if (!portal.ok) return portal;
  const order = await findOrder(database, caller.portalId, await taxIdsOf(database, caller), orderId);
  return order === null ? fail({ code: 'not_found' }) : ok(order);
}
