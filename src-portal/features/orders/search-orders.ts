import { sql } from 'kysely';
import type { OrderPage, OrderQuery } from '../../../src-shared/domain/order.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { foldName } from '../../directory/fold-name.ts';
import type { Call } from '../../handler.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { formatOrderCursor, parseOrderCursor, type OrderCursor } from './order-cursor.ts';
import { orderPortal } from './order-portal.ts';
import { readOrders } from './read-orders.ts';
import { taxIdsOf } from './tax-ids-of.ts';

/** Pages count too: a front desk never gets there, and nobody copies a portal's members at this pace. [ours] */
const searchesPerAccount: AttemptLimit = { limit: 300, windowMs: 10 * 60_000 };

/** Letters and digits of the beginning of a name. [ours] */
const shortestName = 2;

/** Above every letter and digit in the order of bytes. */
const lastCharacter = '\u{10ffff}';

interface Search {
  readonly kind: Schema['order_key']['kind'];
  readonly from: string;
  /** Names are found by their beginning, numbers as a whole. */
  readonly to: string;
  readonly birthDate: string | null;
}

/**
 * The orders of the caller's Tax IDs across all health plans and solutions (E6), by what they were found by. Each Tax ID is a
 * walk along one index that ends with the page, however many orders there are. `too_short` for fewer than two letters of
 * a name, `invalid_format` for an `after` that is not one of ours.
 */
export async function searchOrders(
  context: PortalContext,
  { body, caller }: Call<typeof orderRoutes.searchOrders>,
): Promise<Result<OrderPage>> {
  const { database } = context;
  const portal = orderPortal(caller.portalId);
  if (!portal.ok) return portal;
  const search = searchOf(body);
  if (!search.ok) return search;
  const cursor = body.after === null ? null : parseOrderCursor(body.after);
  if (cursor === null && body.after !== null) {
    return fail(invalidInput([{ path: 'after', code: 'invalid_format' }]));
  }
  const allowed = await takeAttempt(database, context, `orders:${caller.accountId}`, searchesPerAccount);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  const taxIds = await taxIdsOf(database, caller);
  const found = await find(context, caller.portalId, taxIds, search.value, cursor, body.limit + 1);
  const page = found.slice(0, body.limit);
  const last = page.at(-1);
  const orders = await readOrders(
    database,
    page.map(({ orderId }) => orderId),
  );
  return ok({ orders, next: found.length > page.length && last !== undefined ? formatOrderCursor(last) : null });
}

function searchOf({ by, term, birthDate }: OrderQuery): Result<Search> {
  const key = foldName(term);
  if (key === '') return fail(invalidInput([{ path: 'term', code: 'invalid_format' }]));
  if (by !== 'member') return ok({ kind: by, from: key, to: key, birthDate: null });
  // a member number has digits, a name has none
  if (/\p{N}/u.test(key)) return ok({ kind: 'member-number', from: key, to: key, birthDate });
  if (key.length < shortestName) return fail(invalidInput([{ path: 'term', code: 'too_short' }]));
  return ok({ kind: 'member-name', from: key, to: key + lastCharacter, birthDate });
}

async function find(
  { database }: PortalContext,
  portalId: string,
  taxIds: readonly string[],
  { kind, from, to, birthDate }: Search,
  after: OrderCursor | null,
  limit: number,
): Promise<OrderCursor[]> {
  const { rows } = await sql<{ key: string; order_id: string }>`
    select found.key, found.order_id
    from unnest(${[...taxIds]}::text[]) as own (tax_id)
    cross join lateral (
      select key, order_id from order_key
      where portal_id = ${portalId} and tax_id = own.tax_id and kind = ${kind}
        and key >= ${from} and key <= ${to}
        and (${after?.key ?? null}::text is null
          or (key, order_id) > (${after?.key ?? ''}::text collate "C", ${after?.orderId ?? null}::uuid))
        and (first_key is null or not starts_with(first_key, ${from}))
        and (${birthDate}::date is null or birth_date = ${birthDate}::date)
      order by key, order_id
      limit ${limit}
    ) as found
    order by found.key, found.order_id
    limit ${limit}`.execute(database);
  return rows.map(({ key, order_id: orderId }) => ({ key, orderId }));
}
