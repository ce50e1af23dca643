import { z } from 'zod';

/** Where a page ended: the sort key and the row number of its last row. */
export interface Place {
  readonly key: string | number;
  readonly row: number;
}

const cursorSchema = z.tuple([z.string(), z.union([z.string(), z.number()]), z.int()]);

/** `order` names what the rows are sorted by, so that a place in one order is never taken for one in another. */
export const toCursor = (order: string, { key, row }: Place): string => JSON.stringify([order, key, row]);

/** The place that a cursor of this order names; null stays null. Throws for anything that `toCursor` has not made. */
export function fromCursor(order: string, cursor: string | null): Place | null {
  if (cursor === null) return null;
  const [named, key, row] = read(cursor) ?? [];
  if (named !== order || key === undefined || row === undefined) throw new Error('The cursor is not one of this list');
  return { key, row };
}

export const isCursorOf = (order: string, cursor: string | null): boolean =>
  cursor !== null && read(cursor)?.[0] === order;

function read(cursor: string): z.infer<typeof cursorSchema> | null {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    return null;
  }
}
