import { describe, expect, it } from 'vitest';
import { formatPin, pinAlphabet, pinSchema } from '../../../../src-shared/domain/mailed-pin.ts';
import { hashPin, newPin } from '../../../../src-portal/features/mailed-pins/pin.ts';
import { createFakeChance } from '../../fake-chance.ts';

describe('PINs (D8)', () => {
  it('have eight characters of which none is taken for another one', () => {
    const chance = createFakeChance('pins');
    const pins = Array.from({ length: 500 }, () => newPin(chance));
    for (const pin of pins) expect(pin).toMatch(/^[ACDEFGHJKLMNPQRTUVWXY34679]{8}$/u);
    expect(new Set(pins).size).toBe(500);
    expect(new Set(pins.join('')).size).toBe(pinAlphabet.length);
  });

  it('draw again what would favor the first characters', () => {
    const draws = [Buffer.alloc(8, 255), Buffer.alloc(8, 0)];
    expect(newPin({ randomBytes: () => draws.shift() ?? Buffer.alloc(8, 1) })).toBe('AAAAAAAA');
  });

  it.each(['acde-fghj', ' ACDE FGHJ ', 'ACDEFGHJ'])('are read however they are copied: %j', (typed) => {
    expect(pinSchema.parse(typed)).toBe('ACDEFGHJ');
  });

  it.each([
    ['', 'required'],
    ['ACDE-FGH', 'pin_format'],
    ['ACDE-FGHJK', 'pin_format'],
    ['ACDE-FGH!', 'pin_format'],
    ['A'.repeat(100), 'too_long'],
  ])('%j is refused as %s', (typed, code) => {
    expect(pinSchema.safeParse(typed).error?.issues[0]?.message).toBe(code);
  });

  it('are printed in two halves', () => {
    expect(formatPin('ACDEFGHJ')).toBe('ACDE-FGHJ');
  });

  it('are hashed with the service’s key, for one membership', () => {
    const context = (byte: number) => ({ settings: { serviceKey: Buffer.alloc(32, byte) } }) as never;
    const hash = hashPin(context(1), 'one', 'ACDEFGHJ');
    expect(hash).not.toContain('ACDEFGHJ');
    expect(hashPin(context(1), 'other', 'ACDEFGHJ')).not.toBe(hash);
    expect(hashPin(context(2), 'one', 'ACDEFGHJ')).not.toBe(hash);
  });
});
