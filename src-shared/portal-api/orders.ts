import { z } from 'zod';
import { idSchema } from '../domain/identifier.ts';
import {
  additionalInformationSchema,
  orderDetailSchema,
  orderDocumentSchema,
  orderPageSchema,
  orderQuerySchema,
} from '../domain/order.ts';
import { documentNameSchema, documentTypes, partBytes, sha256Schema } from '../domain/order-document.ts';
import { defineRoute } from './route.ts';
import { nothing, portalParams } from './shapes.ts';

const orderParams = portalParams.extend({ orderId: idSchema });
const letterParams = orderParams.extend({ letterId: idSchema });
const documentParams = orderParams.extend({ documentId: idSchema });

/** A document as it is announced before its bytes. */
export const announcedDocumentSchema = z.object({
  id: idSchema,
  name: documentNameSchema,
  type: z.enum(documentTypes, { error: 'not_an_option' }),
  /** In bytes. */
  size: z.int().min(1),
  sha256: sha256Schema,
  pages: z
    .string()
    .max(400, 'too_long')
    .regex(/^[0-9, -]+$/u, 'pages_format')
    .nullable(),
});
export type AnnouncedDocument = z.infer<typeof announcedDocumentSchema>;

/**
 * Base64 inside JSON: a third more bytes on the wire than a binary body, and in return every route keeps to one contract,
 * one parser and one limit of size.
 */
const contentSchema = z
  .base64({ error: 'invalid_format' })
  .min(1, 'required')
  .max(Math.ceil(partBytes / 3) * 4, 'too_long');

const offsetSchema = z.object({ offset: z.int().nonnegative() });

/**
 * Orders of the Tax IDs that the caller acts for (E6, E8), at portals that have orders; `not_found` at the others, and for
 * an order of somebody else. Searches are sent as a body, so that nothing about a member stands in an address or a log.
 */
export const orderRoutes = {
  searchOrders: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/orders/search',
    summary: 'Orders across all health plans and solutions, by order ID, member or ACMP# (E6)',
    auth: 'session',
    params: portalParams,
    query: nothing,
    body: orderQuerySchema,
    answer: orderPageSchema,
    status: 200,
  }),
  order: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/orders/:orderId',
    summary: 'An order with its letters, its documents, and what is needed (E6, E8)',
    auth: 'session',
    params: orderParams,
    query: nothing,
    body: nothing,
    answer: orderDetailSchema,
    status: 200,
  }),
  letterPdf: defineRoute({
    method: 'GET',
    path: '/portals/:portalId/orders/:orderId/letters/:letterId/pdf',
    summary: 'A letter as a PDF, in base64 (E6)',
    auth: 'session',
    params: letterParams,
    query: nothing,
    body: nothing,
    answer: z.object({ content: z.base64() }),
    status: 200,
  }),
  putAdditionalInformation: defineRoute({
    method: 'PUT',
    path: '/portals/:portalId/orders/:orderId/additional-information',
    summary: "Replaces the order's Additional Information (E8); too_long above the portal's limit in code points",
    auth: 'session',
    params: orderParams,
    query: nothing,
    body: z.object({ text: additionalInformationSchema }),
    answer: orderDetailSchema,
    status: 200,
  }),
  announceDocument: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/orders/:orderId/documents',
    summary:
      'Begins the upload of a document or takes it up again, and tells from where; the same id again is the same (E8)',
    auth: 'session',
    params: orderParams,
    query: nothing,
    body: announcedDocumentSchema,
    answer: offsetSchema,
    status: 200,
  }),
  putDocumentPart: defineRoute({
    method: 'PUT',
    path: '/portals/:portalId/orders/:orderId/documents/:documentId/parts',
    summary: 'The next bytes of a document; part_out_of_step tells the offset that is next',
    auth: 'session',
    params: documentParams,
    query: nothing,
    body: offsetSchema.extend({ content: contentSchema }),
    answer: offsetSchema,
    status: 200,
  }),
  completeDocument: defineRoute({
    method: 'POST',
    path: '/portals/:portalId/orders/:orderId/documents/:documentId/complete',
    summary: 'Ends an upload once its hash and type are found right; again has no further effect',
    auth: 'session',
    params: documentParams,
    query: nothing,
    body: nothing,
    answer: orderDocumentSchema,
    status: 200,
  }),
  cancelDocument: defineRoute({
    method: 'DELETE',
    path: '/portals/:portalId/orders/:orderId/documents/:documentId',
    summary: 'Gives up an upload that is not complete; again has no further effect',
    auth: 'session',
    params: documentParams,
    query: nothing,
    body: nothing,
    answer: nothing,
    status: 200,
  }),
};
