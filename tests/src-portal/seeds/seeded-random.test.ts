import { describe, expect, it } from 'vitest';
import { idSchema } from '../../../src-shared/domain/identifier.ts';
import { seededRandom } from '../../../src-portal/seeds/seeded-random.ts';

describe('seeded chance', () => {
  it('repeats itself under the same name and not under another', () => {
    const draw = (name: string) => {
      const random = seededRandom(name);
      return Array.from({ length: 20 }, () => random.between(0, 1_000_000));
    };
    expect(draw('people')).toEqual(draw('people'));
    expect(draw('people')).not.toEqual(draw('directory'));
  });

  it('stays within its bounds and reaches both of them', () => {
    const random = seededRandom('bounds');
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 7)));
    expect([...drawn].toSorted()).toEqual([3, 4, 5, 6, 7]);
  });

  it('takes the asked share of chances, about', () => {
    const random = seededRandom('shares');
    const hits = Array.from({ length: 10_000 }, () => random.chance(0.2)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(1_800);
    expect(hits).toBeLessThan(2_200);
  });

  it('gives as many digits as asked for', () => {
    const random = seededRandom('digits');
    for (let count = 1; count <= 9; count += 1)
      expect(random.digits(count)).toMatch(new RegExp(`^[1-9]\\d{${count - 1}}$`));
  });

  it('makes UUIDs of version 7 that carry their moment and sort by it', () => {
    const random = seededRandom('ids');
    const early = random.id(new Date('2025-01-01T00:00:00Z'));
    const late = random.id(new Date('2025-01-01T00:00:01Z'));
    expect(idSchema.safeParse(early).success).toBe(true);
    expect(early < late).toBe(true);
    expect(parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2025-01-01T00:00:00Z'));
  });

  it('does not pick from nothing', () => {
    expect(() => seededRandom('none').pick([])).toThrow('Nothing to pick from');
  });
});
