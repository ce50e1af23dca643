import type { Chance } from '../context.ts';

export const triesAtMost = 8;
const first = 5_000;
const most = 10 * 60_000;

/**
 * Milliseconds until the next try: exponential, from 5 seconds to at most 10 minutes, the upper half of it left to
 * chance, so that many that failed together do not come back together.
 */
export function retryDelayMs(chance: Pick<Chance, 'randomBytes'>, attempt: number): number {
  const ceiling = Math.min(most, first * 2 ** (attempt - 1));
  const share = chance.randomBytes(4).readUInt32BE() / 2 ** 32;
  return Math.round((ceiling / 2) * (1 + share));
}
