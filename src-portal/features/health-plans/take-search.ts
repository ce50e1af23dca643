import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { keyedHash } from '../../seal.ts';

const windowMs = 10 * 60_000;

/** While several Tax IDs are entered, each is asked for again and again. [ours] */
const searchesPerTaxIdAndAddress: AttemptLimit = { limit: 200, windowMs };
/** However many addresses somebody has, they do not watch the plans of one Tax ID. [ours] */
const searchesPerTaxId: AttemptLimit = { limit: 1000, windowMs };
/** A large practice gets in, and nobody copies at this pace which Tax IDs a portal knows. [ours] */
const taxIdsPerAddress: AttemptLimit = { limit: 300, windowMs };

/**
 * Counts what is about to be learnt about these Tax IDs (digits): how often each is asked for, and how many different ones
 * from one address. `rate_limited` to whoever asks too often or too widely, known Tax ID or not.
 */
export async function takeSearch(
  context: PortalContext,
  portalId: string,
  taxIds: readonly string[],
  address: string,
): Promise<Result<void>> {
  const { database } = context;
  const from = keyedHash(context, 'address', address);
  let retryAfterMs = 0;
  const take = async (key: string, limit: AttemptLimit): Promise<number | null> => {
    const taken = await takeAttempt(database, context, key, limit);
    if (taken.ok) return taken.value.attemptsLeft;
    retryAfterMs = Math.max(retryAfterMs, taken.error.retryAfterMs);
    return null;
  };
  for (const taxId of new Set(taxIds)) {
    const of = keyedHash(context, 'tax-id', portalId, taxId);
    await take(`plans:${of}`, searchesPerTaxId);
    const left = await take(`plans:${of}:${from}`, searchesPerTaxIdAndAddress);
    const isFirst = left === searchesPerTaxIdAndAddress.limit - 1;
    if (isFirst) await take(`plans-from:${from}`, taxIdsPerAddress);
    if (retryAfterMs > 0) return fail({ code: 'rate_limited', retryAfterMs });
  }
  return ok(undefined);
}
