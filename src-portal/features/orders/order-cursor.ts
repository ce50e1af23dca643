import { z } from 'zod';
import { idSchema } from '../../../src-shared/domain/identifier.ts';

/** The last row of a page: the next one begins behind it. */
export interface OrderCursor {
  readonly key: string;
  readonly orderId: string;
}

const partsSchema = z.tuple([
  z
    .string()
    .max(300)
    .regex(/^[\p{L}\p{N}]*$/u),
  idSchema,
]);

/** Callers take the text as it is; its form may change with any release. */
export const formatOrderCursor = ({ key, orderId }: OrderCursor): string =>
  Buffer.from(JSON.stringify([key, orderId])).toString('base64url');

/** Null for anything that `formatOrderCursor` did not make. */
export function parseOrderCursor(text: string): OrderCursor | null {
  try {
    const parts = partsSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return parts.success ? { key: parts.data[0], orderId: parts.data[1] } : null;
  } catch {
    return null;
  }
}
