import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Chance } from './context.ts';

/** The machine's clock and its cryptographic randomness. */
export const systemChance: Chance = {
  now: () => new Date(),
  newId: () => v7(),
  randomBytes: (length) => randomBytes(length),
};
