import { sql } from 'kysely';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { auditOrder } from './audit-order.ts';
import { layOutPdf } from './lay-out-pdf.ts';
import { ownOrder } from './own-order.ts';

/** Each takes some work. [ours] */
const lettersPerAccount: AttemptLimit = { limit: 200, windowMs: 10 * 60_000 };

const longDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A letter about an order (E6), made as it is asked for. */
export async function letterPdf(
  context: PortalContext,
  { params, caller }: Call<typeof orderRoutes.letterPdf>,
): Promise<Result<RouteAnswer<typeof orderRoutes.letterPdf>>> {
  const { database } = context;
  const order = await ownOrder(database, caller, params.orderId);
  if (!order.ok) return order;
  const letter = await database
    .selectFrom('letter')
    .select(['title', 'body', sql<string>`written_on::text`.as('written_on')])
    .where('id', '=', params.letterId)
    .where('order_id', '=', params.orderId)
    .executeTakeFirst();
  if (letter === undefined) return fail({ code: 'not_found' });
  const allowed = await takeAttempt(database, context, `letters:${caller.accountId}`, lettersPerAccount);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  await database
    .transaction()
    .execute((transaction) =>
      auditOrder(transaction, context, caller, 'read-letter', params.orderId, { letterId: params.letterId }),
    );
  const { order_number: number, acmp_number: acmp, plan_name: plan, requested_service: service } = order.value;
  const writtenOn = new Date(letter.written_on);
  const pdf = await layOutPdf(
    {
      sender: findPortal(caller.portalId)?.payer ?? '',
      title: letter.title,
      date: longDate.format(writtenOn),
      facts: [
        `Order ID: ${number}`,
        ...(acmp === null ? [] : [`ACMP#: ${acmp}`]),
        `Member: ${order.value.first_name} ${order.value.last_name}, ${order.value.member_number}`,
        `Health plan: ${plan}`,
        `Requested service: ${service}`,
      ],
      body: letter.body,
    },
    writtenOn,
  );
  return ok({ content: Buffer.from(pdf).toString('base64') });
}
