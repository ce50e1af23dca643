import type { OrderDetail, OrderDocument, OrderPage, OrderQuery } from '../../src-shared/domain/order.ts';
import type { AnnouncedDocument } from '../../src-shared/portal-api/orders.ts';
import { fail, type Result } from '../../src-shared/result.ts';

/** A portal's orders (E6, E8), as src-shared/portal-api/orders.ts describes them. Orders are named by their `id`. */
export interface OrderLine {
  search(query: OrderQuery): Promise<Result<OrderPage>>;
  detail(orderId: string): Promise<Result<OrderDetail>>;
  letterPdf(orderId: string, letterId: string): Promise<Result<Uint8Array>>;
  putAdditionalInformation(orderId: string, text: string): Promise<Result<OrderDetail>>;
  /** Answers the offset from which the upload begins or goes on; so does the next. */
  announceDocument(orderId: string, document: AnnouncedDocument): Promise<Result<number>>;
  putDocumentPart(orderId: string, documentId: string, offset: number, content: Uint8Array): Promise<Result<number>>;
  completeDocument(orderId: string, documentId: string): Promise<Result<OrderDocument>>;
  cancelDocument(orderId: string, documentId: string): Promise<Result<void>>;
}

const none = (): Promise<Result<never>> => Promise.resolve(fail({ code: 'not_found' }));

/** Of a portal that has no service to ask. */
export const noOrders: OrderLine = {
  search: none,
  detail: none,
  letterPdf: none,
  putAdditionalInformation: none,
  announceDocument: none,
  putDocumentPart: none,
  completeDocument: none,
  cancelDocument: none,
};
