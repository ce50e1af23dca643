import { describe, expect, it } from 'vitest';
import { numberKey, sameNumber } from '../../../../src-portal/features/claims/same-number.ts';

describe('numbers of claims and payments (D7)', () => {
  it.each([
    ['25-318-004471', '25318004471'],
    [' 0047 120385', '47120385'],
    ['eft 8830417', 'EFT8830417'],
    ['０１２', '12'],
    ['000', '0'],
  ])('%s is %s', (one, other) => {
    expect(sameNumber(one, other)).toBe(true);
  });

  it.each([
    ['1200', '12'],
    ['EFT 1', '1'],
    ['', ''],
    ['--', '..'],
  ])('%j is not %j', (one, other) => {
    expect(sameNumber(one, other)).toBe(false);
  });

  it('keys a number once and for all', () => {
    for (const number of ['0', '00', 'a-1', '00-A1', '']) expect(numberKey(numberKey(number))).toBe(numberKey(number));
  });
});
