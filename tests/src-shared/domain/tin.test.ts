import { describe, expect, it } from 'vitest';
import { hasUnassignedEinPrefix, maskTin, tinSchema } from '../../../src-shared/domain/tin.ts';

describe('tax ID', () => {
  it.each([
    ['04-2103580', '042103580'],
    ['123-45-6789', '123456789'],
    [' 042103580 ', '042103580'],
  ])('keeps %s as nine digits', (typed, kept) => {
    expect(tinSchema.parse(typed)).toBe(kept);
  });

  it.each([
    ['', 'required'],
    ['12345678', 'tin_format'],
    ['12-345678', 'tin_format'],
    ['1234-56789', 'tin_format'],
    ['04-21O3580', 'tin_format'],
    ['000-12-3456', 'ssn_invalid'],
    ['666-12-3456', 'ssn_invalid'],
    ['912-12-3456', 'ssn_invalid'],
    ['123-00-3456', 'ssn_invalid'],
    ['123-45-0000', 'ssn_invalid'],
  ])('refuses %s with %s', (typed, code) => {
    expect(tinSchema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });

  it('warns of an EIN prefix that the IRS has not assigned, and still takes it', () => {
    expect(tinSchema.parse('07-1234567')).toBe('071234567');
    expect(hasUnassignedEinPrefix('071234567')).toBe(true);
    expect(hasUnassignedEinPrefix('041234567')).toBe(false);
  });

  it('shows the last four digits only', () => {
    expect(maskTin('6789')).toBe('•••••6789');
  });
});
