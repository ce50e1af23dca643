import { z } from 'zod';
import { idSchema } from '../domain/identifier.ts';
import { additionalInformationSchema, orderDetailSchema, orderPageSchema, orderQuerySchema } from '../domain/order.ts';
import { documentTypes } from '../domain/order-document.ts';
import { deskErrorSchema } from '../errors.ts';
import { defineProcedure, done } from './procedure.ts';

const accountInput = z.strictObject({ accountId: idSchema });
const orderInput = accountInput.extend({ orderId: idSchema });
const uploadInput = accountInput.extend({ uploadId: idSchema });

/** A file that somebody chose, before it is uploaded. */
export const chosenDocumentSchema = z.object({
  /** Stands for the file, whose path stays in the main process. */
  token: idSchema,
  name: z.string(),
  type: z.enum(documentTypes),
  /** In bytes. */
  size: z.int().nonnegative(),
  /** Of a PDF; null for images. */
  pageCount: z.int().positive().nullable(),
});
export type ChosenDocument = z.infer<typeof chosenDocumentSchema>;

/** `interrupted` goes on by itself once the portal can be reached; `failed` does not. */
export const uploadStates = ['sending', 'paused', 'interrupted', 'failed'] as const;

/** A document on its way to the portal. It leaves the list when it has arrived. */
export const uploadSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  name: z.string(),
  pages: z.string().nullable(),
  /** In bytes. */
  size: z.int().positive(),
  sent: z.int().nonnegative(),
  state: z.enum(uploadStates),
  error: deskErrorSchema.nullable(),
});
export type Upload = z.infer<typeof uploadSchema>;

/** E6, E8. All but the list of uploads needs a line to the portal. */
export const orderProcedures = {
  'orders.search': defineProcedure({
    input: orderQuerySchema.strict().extend(accountInput.shape),
    output: orderPageSchema,
  }),
  'orders.detail': defineProcedure({ input: orderInput, output: orderDetailSchema }),
  /** Opens the letter with this computer's viewer of PDF files. */
  'orders.openLetter': defineProcedure({ input: orderInput.extend({ letterId: idSchema }), output: done }),
  'orders.putAdditionalInformation': defineProcedure({
    input: orderInput.extend({ text: additionalInformationSchema }),
    output: orderDetailSchema,
  }),
  /** Asks the person for a file; null where none was chosen. */
  'orders.chooseDocument': defineProcedure({
    input: accountInput,
    output: z.object({ chosen: chosenDocumentSchema.nullable() }),
  }),
  /** Keeps the chosen pages and begins to send them: `orders.uploadsChanged` tells how far it is. */
  'orders.uploadDocument': defineProcedure({
    input: orderInput.extend({ token: idSchema, pages: z.string().max(400, 'too_long') }),
    output: z.object({ uploadId: idSchema }),
  }),
  'orders.uploads': defineProcedure({ input: orderInput, output: z.object({ uploads: z.array(uploadSchema) }) }),
  'orders.pauseUpload': defineProcedure({ input: uploadInput, output: done }),
  'orders.resumeUpload': defineProcedure({ input: uploadInput, output: done }),
  /** Forgets the document here, and at the portal as far as it can be reached. */
  'orders.cancelUpload': defineProcedure({ input: uploadInput, output: done }),
};

/** E7 */
export const noticeProcedures = {
  /** The notices that somebody has dismissed for this account. */
  'notices.dismissed': defineProcedure({ input: accountInput, output: z.object({ noticeIds: z.array(z.string()) }) }),
  'notices.dismiss': defineProcedure({
    input: accountInput.extend({ noticeId: z.string().regex(/^[a-z0-9-]{1,64}$/u, 'invalid_format') }),
    output: done,
  }),
};
