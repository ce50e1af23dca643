import { z } from 'zod';
import { idSchema } from '../../../src-shared/domain/identifier.ts';
import { recordKinds, type RecordKind } from '../../../src-shared/portal-api/changes.ts';

/** Where a snapshot goes on: after this record, with what was true when it began. */
export interface SnapshotCursor {
  readonly position: number;
  readonly total: number;
  readonly kind: RecordKind;
  readonly id: string;
}

const countSchema = z.int().nonnegative();
const partsSchema = z.tuple([countSchema, countSchema, z.enum(recordKinds), idSchema]);

/** Callers take the text as it is; its form may change with any release. */
export const formatCursor = ({ position, total, kind, id }: SnapshotCursor): string =>
  Buffer.from(JSON.stringify([position, total, kind, id])).toString('base64url');

/** Null for anything that `formatCursor` did not make. */
export function parseCursor(text: string): SnapshotCursor | null {
  const parts = partsSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parts.success) return null;
  const [position, total, kind, id] = parts.data;
  return { position, total, kind, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
