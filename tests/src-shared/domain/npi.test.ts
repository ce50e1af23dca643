import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { npiFromFirstNine, npiSchema } from '../../../src-shared/domain/npi.ts';

const problem = (npi: unknown): string | undefined => npiSchema.safeParse(npi).error?.issues[0]?.message;

describe('NPI', () => {
  it.each(['1234567893', '1993999998', ' 1234567893 '])("accepts CMS's example %s", (npi) => {
    expect(npiSchema.parse(npi)).toBe(npi.trim());
  });

  it.each([
    ['1234567890', 'npi_check_digit'],
    ['3234567893', 'npi_length'],
    ['123456789', 'npi_length'],
    ['12345678931', 'npi_length'],
    ['12345 7893', 'npi_length'],
    ['', 'required'],
    [undefined, 'required'],
  ])('refuses %s with %s', (npi, code) => {
    expect(problem(npi)).toBe(code);
  });

  it('finds every change of a single digit (Luhn)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 299_999_999 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (firstNine, place, shift) => {
          const npi = npiFromFirstNine(String(firstNine));
          expect(problem(npi)).toBeUndefined();
          const changed = npi.slice(0, place) + String((Number(npi[place]) + shift) % 10) + npi.slice(place + 1);
          expect(problem(changed)).toBeDefined();
        },
      ),
    );
  });

  it('throws on nine characters that cannot start an NPI', () => {
    expect(() => npiFromFirstNine('923456789')).toThrow('starts with 1 or 2');
  });
});
