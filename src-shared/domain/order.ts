import { z } from 'zod';
import { dateSchema } from './date.ts';
import { idSchema, momentSchema } from './identifier.ts';
import { documentTypes } from './order-document.ts';
import { lineOfText, paragraphOfText } from './text.ts';

/** What an order is for. A search never asks for it first (E6). */
export const solutions = [
  'radiology',
  'cardiology',
  'musculoskeletal',
  'sleep',
  'genetic-testing',
  'radiation-therapy',
] as const;
export type Solution = (typeof solutions)[number];

/** `documents-needed` is in review too, and waits for what was asked for (E8). */
export const orderStatuses = ['in-review', 'documents-needed', 'approved', 'denied', 'withdrawn'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Whether something may still be said about the order. */
export const isOpenOrder = (status: OrderStatus): boolean => status === 'in-review' || status === 'documents-needed';

/** An order as it stands in a list of results. */
export const orderSchema = z.object({
  id: idSchema,
  /** What people call the order ID. */
  orderId: z.string(),
  acmpNumber: z.string().nullable(),
  memberName: z.string(),
  memberNumber: z.string(),
  memberBirthDate: z.string(),
  planName: z.string(),
  solution: z.enum(solutions),
  status: z.enum(orderStatuses),
  requestedService: z.string(),
  /** Days, as ISO 8601 writes them. */
  orderedOn: z.string(),
  serviceOn: z.string(),
});
export type Order = z.infer<typeof orderSchema>;

export const orderLetterSchema = z.object({ id: idSchema, title: z.string(), date: z.string() });

export const orderDocumentSchema = z.object({
  id: idSchema,
  name: z.string(),
  type: z.enum(documentTypes),
  /** In bytes. */
  size: z.int().nonnegative(),
  /** Which pages of the original it holds; null where it is no part of one. */
  pages: z.string().nullable(),
  uploadedAt: momentSchema,
});
export type OrderDocument = z.infer<typeof orderDocumentSchema>;

/** An order with everything that belongs to it. */
export const orderDetailSchema = z.object({
  order: orderSchema,
  letters: z.array(orderLetterSchema),
  documents: z.array(orderDocumentSchema),
  /** What the portal asked for; null where no document is needed (E8). */
  neededDocuments: z.string().nullable(),
  /** Documents are refused until then (E8). */
  isClinicalAnswered: z.boolean(),
  additionalInformation: z.object({ text: z.string(), savedAt: momentSchema }).nullable(),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;

export const orderSearchKinds = ['order-id', 'member', 'acmp-number'] as const;
export type OrderSearchKind = (typeof orderSearchKinds)[number];

/**
 * E6: across all health plans and solutions. A member is looked for by the number, or by the beginning of the name, in
 * either order of its parts.
 */
export const orderQuerySchema = z.object({
  by: z.enum(orderSearchKinds, { error: 'not_an_option' }),
  term: lineOfText(100),
  /** With `member` only. */
  birthDate: dateSchema.nullable(),
  /** Where the page before ended. */
  after: z.string().max(600, 'too_long').nullable(),
  limit: z.int().min(1).max(100),
});
export type OrderQuery = z.infer<typeof orderQuerySchema>;

export const orderPageSchema = z.object({ orders: z.array(orderSchema), next: z.string().nullable() });
export type OrderPage = z.infer<typeof orderPageSchema>;

/** What is typed about an order; each portal has a limit of its own below this one. */
export const additionalInformationSchema = paragraphOfText(16_000);

/** How a text's length is counted for a person: in Unicode code points. */
export const countCharacters = (text: string): number => Array.from(text).length;
