import { ok } from '../../../src-shared/result.ts';
import type { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { announceDocument } from './announce-document.ts';
import { auditOrder } from './audit-order.ts';
import { cancelDocument, completeDocument } from './complete-document.ts';
import { letterPdf } from './letter-pdf.ts';
import { ownOrder } from './own-order.ts';
import { putAdditionalInformation } from './put-additional-information.ts';
import { putDocumentPart } from './put-document-part.ts';
import { readOrderDetail } from './read-order-detail.ts';
import { searchOrders } from './search-orders.ts';

/** Orders, their letters and documents (E6, E8). */
export const orderHandlers = (context: PortalContext): Pick<Handlers, keyof typeof orderRoutes> => ({
  searchOrders: (call) => searchOrders(context, call),

  async order({ params, caller }) {
    const { database } = context;
    const order = await ownOrder(database, caller, params.orderId);
    if (!order.ok) return order;
    await database
      .transaction()
      .execute((transaction) => auditOrder(transaction, context, caller, 'view-order', params.orderId));
    return ok(await readOrderDetail(database, order.value));
  },

  letterPdf: (call) => letterPdf(context, call),
  putAdditionalInformation: (call) => putAdditionalInformation(context, call),
  announceDocument: (call) => announceDocument(context, call),
  putDocumentPart: (call) => putDocumentPart(context, call),
  completeDocument: (call) => completeDocument(context, call),
  cancelDocument: (call) => cancelDocument(context, call),
});
