import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashPasscode, newPasscode, sameHash } from '../../../src-portal/identity/passcode.ts';
import { createFakeChance } from '../fake-chance.ts';

const settings = { serviceKey: Buffer.alloc(32, 1) } as Parameters<typeof hashPasscode>[0]['settings'];

describe('passcodes', () => {
  test('are six digits, spread over all of them', () => {
    const chance = createFakeChance('passcodes');
    const codes = Array.from({ length: 3_000 }, () => newPasscode(chance));
    expect(codes.every((code) => /^\d{6}$/u.test(code))).toBe(true);
    const perLeadingDigit = Array.from(
      { length: 10 },
      (_, digit) => codes.filter((code) => code.startsWith(String(digit))).length,
    );
    expect(Math.min(...perLeadingDigit)).toBeGreaterThan(220);
    expect(Math.max(...perLeadingDigit)).toBeLessThan(380);
  });

  test('draw again where the draw would favor low codes', () => {
    const draws = [0xff_ff_ff_ff, 7];
    const randomBytes = () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(draws.shift() ?? 0);
      return bytes;
    };
    expect(newPasscode({ randomBytes })).toBe('000007');
  });

  test('hash to something else for another sign-in, code or key', () => {
    const hash = hashPasscode({ settings }, 'one', '123456');
    expect(hashPasscode({ settings }, 'one', '123456')).toBe(hash);
    expect(hashPasscode({ settings }, 'two', '123456')).not.toBe(hash);
    expect(hashPasscode({ settings }, 'one', '123457')).not.toBe(hash);
    expect(hashPasscode({ settings: { ...settings, serviceKey: Buffer.alloc(32, 2) } }, 'one', '123456')).not.toBe(
      hash,
    );
  });

  test('compare as strings do', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (one, other) => sameHash(one, one) && sameHash(one, other) === (one === other),
      ),
    );
  });
});
