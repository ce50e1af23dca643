import { ok, type Result } from '../../../src-shared/result.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import type { PortalContext } from '../../context.ts';
import type { Call, Caller, Handlers } from '../../handler.ts';
import { agreedWhereAsked } from '../health-plans/disclaimer.ts';
import { announceDocument } from './announce-document.ts';
import { auditOrder } from './audit-order.ts';
import { cancelDocument, completeDocument } from './complete-document.ts';
import { letterPdf } from './letter-pdf.ts';
import { ownOrder } from './own-order.ts';
import { putAdditionalInformation } from './put-additional-information.ts';
import { putDocumentPart } from './put-document-part.ts';
import { readOrderDetail } from './read-order-detail.ts';
import { searchOrders } from './search-orders.ts';

/** Orders, their letters and documents (E6, E8): for sessions that have agreed to the HIPAA Disclaimer (A11). */
export function orderHandlers(context: PortalContext): Pick<Handlers, keyof typeof orderRoutes> {
  const agreed =
    <Input extends { readonly caller: Caller }, Answer>(handle: (call: Input) => Promise<Result<Answer>>) =>
    async (call: Input): Promise<Result<Answer>> => {
      const asked = await agreedWhereAsked(context, call.caller);
      return asked.ok ? handle(call) : asked;
    };
  return {
    searchOrders: agreed((call) => searchOrders(context, call)),
    order: agreed((call) => viewOrder(context, call)),
    letterPdf: agreed((call) => letterPdf(context, call)),
    putAdditionalInformation: agreed((call) => putAdditionalInformation(context, call)),
    announceDocument: agreed((call) => announceDocument(context, call)),
    putDocumentPart: agreed((call) => putDocumentPart(context, call)),
    completeDocument: agreed((call) => completeDocument(context, call)),
    cancelDocument: agreed((call) => cancelDocument(context, call)),
  };
}

async function viewOrder(
  context: PortalContext,
  { params, caller }: Call<typeof orderRoutes.order>,
): Promise<Result<RouteAnswer<typeof orderRoutes.order>>> {
  const { database } = context;
  const order = await ownOrder(database, caller, params.orderId);
  if (!order.ok) return order;
  await database
    .transaction()
    .execute((transaction) => auditOrder(transaction, context, caller, 'view-order', params.orderId));
  return ok(await readOrderDetail(database, order.value));
}
