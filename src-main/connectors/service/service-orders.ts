import { orderRoutes } from '../../../src-shared/portal-api/orders.ts';
import type { Route, RouteAnswer, RouteInput } from '../../../src-shared/portal-api/route.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { OrderLine } from '../order-line.ts';

type CallRoute = <R extends Route>(route: R, input: RouteInput<R>) => Promise<Result<RouteAnswer<R>>>;

const empty = { query: {}, body: {} };

/** The orders of a portal that has a service of its own. */
export const serviceOrders = (call: CallRoute, portalId: string): OrderLine => ({
  search: (query) => call(orderRoutes.searchOrders, { params: { portalId }, query: {}, body: query }),
  detail: (orderId) => call(orderRoutes.order, { params: { portalId, orderId }, ...empty }),

  async letterPdf(orderId, letterId) {
    const letter = await call(orderRoutes.letterPdf, { params: { portalId, orderId, letterId }, ...empty });
    return letter.ok ? ok(Buffer.from(letter.value.content, 'base64')) : letter;
  },

  putAdditionalInformation: (orderId, text) =>
    call(orderRoutes.putAdditionalInformation, { params: { portalId, orderId }, query: {}, body: { text } }),

  async announceDocument(orderId, document) {
    const params = { portalId, orderId };
    const begun = await call(orderRoutes.announceDocument, { params, query: {}, body: document });
    return begun.ok ? ok(begun.value.offset) : begun;
  },

  async putDocumentPart(orderId, documentId, offset, content) {
    const params = { portalId, orderId, documentId };
    const body = { offset, content: Buffer.from(content).toString('base64') };
    const put = await call(orderRoutes.putDocumentPart, { params, query: {}, body });
    return put.ok ? ok(put.value.offset) : put;
  },

  completeDocument: (orderId, documentId) =>
    call(orderRoutes.completeDocument, { params: { portalId, orderId, documentId }, ...empty }),

  async cancelDocument(orderId, documentId) {
    const cancelled = await call(orderRoutes.cancelDocument, { params: { portalId, orderId, documentId }, ...empty });
    return cancelled.ok ? ok(undefined) : cancelled;
  },
});
