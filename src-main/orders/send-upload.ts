import type { DeskError } from '../../src-shared/errors.ts';
import { ok, type Result } from '../../src-shared/result.ts';
import type { KeptUpload, UploadRepository } from '../cache/cache.ts';
import type { OrderLine } from '../connectors/order-line.ts';

export interface SendSettings {
  readonly uploads: Pick<UploadRepository, 'part'>;
  readonly orders: OrderLine;
  /** Called with the bytes that the portal has, after each part. */
  readonly onSent: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** How often in a row the portal may name another offset before it is taken for a failure. */
const mostCorrections = 5;

/**
 * Sends a document from wherever the portal has it to its end (E8). Resolves with `ok` when it has arrived, or when the
 * signal has stopped it: then nothing more is sent after the part under way.
 */
export async function sendUpload(upload: KeptUpload, settings: SendSettings): Promise<Result<'arrived' | 'stopped'>> {
  const { uploads, orders, onSent, signal } = settings;
  const { id, orderId, name, type, size, sha256, pages } = upload;
  const begun = await orders.announceDocument(orderId, { id, name, type, size, sha256, pages });
  if (!begun.ok) return begun;
  let offset = begun.value;
  let corrections = 0;
  while (!signal.aborted) {
    onSent(offset);
    const step =
      offset < size
        ? await orders.putDocumentPart(orderId, id, offset, uploads.part(id, offset))
        : await orders.completeDocument(orderId, id);
    if (step.ok && typeof step.value !== 'number') return ok('arrived');
    if (step.ok) {
      offset = step.value as number;
      corrections = 0;
      continue;
    }
    const right = offsetIn(step.error);
    if (right === null || right > size || corrections === mostCorrections) return step;
    offset = right;
    corrections += 1;
  }
  return ok('stopped');
}

const offsetIn = (error: DeskError): number | null =>
  error.code === 'part_out_of_step' ? (error.offset ?? null) : null;
