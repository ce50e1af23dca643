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
    ['１２３４５６７８９３', 'npi_length'],
    ['1234567893\n1', 'npi_length'],
    ['808401234567893', 'npi_length'],
  ])('refuses %s with %s', (npi, code) => {
    expect(problem(npi)).toBe(code);
  });

  it("computes the check digit of CMS's example by its steps", () => {
    // doubled, from the right, every other digit of 123456789: 2 6 10 14 18, whose digits with those left over and 24
    // for the prefix 80840 come to 67; 70 - 67 is the check digit
    const doubled = ['9', '7', '5', '3', '1'].flatMap((digit) => String(Number(digit) * 2).split(''));
    const sum = [...doubled, '8', '6', '4', '2'].reduce((total, digit) => total + Number(digit), 24);
    expect(sum).toBe(67);
    expect(npiFromFirstNine('123456789')).toBe(`123456789${String(70 - sum)}`);
  });

  it.each(['123456789', '199399999', '100000000', '299999999'])('of the ten numbers after %s one is an NPI', (nine) => {
    const valid = Array.from({ length: 10 }, (_, digit) => `${nine}${String(digit)}`).filter(
      (npi) => problem(npi) === undefined,
    );
    expect(valid).toEqual([npiFromFirstNine(nine)]);
    const others = Array.from({ length: 10 }, (_, digit) => problem(`${nine}${String(digit)}`));
    expect(others.filter((code) => code === 'npi_check_digit')).toHaveLength(9);
  });

  it('finds two neighbours that changed places, unless they are 0 and 9', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), fc.integer({ min: 1, max: 8 }), (nine, place) => {
        const npi = npiFromFirstNine(String(nine));
        const [left = '', right = ''] = npi.slice(place, place + 2);
        fc.pre(left !== right && `${left}${right}` !== '09' && `${left}${right}` !== '90');
        expect(problem(npi.slice(0, place) + right + left + npi.slice(place + 2))).toBe('npi_check_digit');
      }),
      { seed: 80_840 },
    );
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
