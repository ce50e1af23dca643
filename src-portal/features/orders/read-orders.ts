import { sql } from 'kysely';
import type { Order } from '../../../src-shared/domain/order.ts';
import type { Database } from '../../context.ts';

/** Orders with their members; days come as ISO 8601 writes them. */
const selectOrders = (database: Database) =>
  database
    .selectFrom('health_order')
    .innerJoin('member', 'member.id', 'health_order.member_id')
    .select([
      'health_order.id',
      'health_order.order_number',
      'health_order.acmp_number',
      'health_order.plan_name',
      'health_order.solution',
      'health_order.status',
      'health_order.requested_service',
      'health_order.needs_documents',
      'health_order.clinical_answered',
      'member.first_name',
      'member.last_name',
      'member.member_number',
      sql<string>`member.birth_date::text`.as('birth_date'),
      sql<string>`health_order.ordered_on::text`.as('ordered_on'),
      sql<string>`health_order.service_on::text`.as('service_on'),
    ]);

export type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number];

export const toOrder = (row: OrderRow): Order => ({
  id: row.id,
  orderId: row.order_number,
  acmpNumber: row.acmp_number,
  memberName: `${row.last_name}, ${row.first_name}`,
  memberNumber: row.member_number,
  memberBirthDate: row.birth_date,
  planName: row.plan_name,
  solution: row.solution,
  status: row.status,
  requestedService: row.requested_service,
  orderedOn: row.ordered_on,
  serviceOn: row.service_on,
});

/** The orders with these ids, in the order of the ids. */
export async function readOrders(database: Database, ids: readonly string[]): Promise<Order[]> {
  if (ids.length === 0) return [];
  const rows = await selectOrders(database).where('health_order.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, toOrder(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** An order of one of these Tax IDs, or null. */
export async function findOrder(
  database: Database,
  portalId: string,
  taxIds: readonly string[],
  orderId: string,
): Promise<OrderRow | null> {
  if (taxIds.length === 0) return null;
  const row = await selectOrders(database)
    .where('health_order.id', '=', orderId)
    .where('health_order.portal_id', '=', portalId)
    .where('health_order.tax_id', 'in', taxIds)
    .executeTakeFirst();
  return row ?? null;
}
