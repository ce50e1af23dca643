import type { SeededRandom } from './seeded-random.ts';

const areaCodes = ['617', '857', '781', '339', '508', '774', '978', '351', '413'];

/** A phone number of Massachusetts that nobody has: 555-0100 to 555-0199 are kept for fiction (NANPA). Ten digits. */
export const phoneOf = (random: SeededRandom): string =>
  `${random.pick(areaCodes)}55501${String(random.between(0, 99)).padStart(2, '0')}`;
