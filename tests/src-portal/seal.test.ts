import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedHash, seal, unseal } from '../../src-portal/seal.ts';
import type { PortalSettings } from '../../src-portal/context.ts';
import { createFakeChance } from './fake-chance.ts';

const settings = { serviceKey: Buffer.alloc(32, 3) } as unknown as PortalSettings;
const context = { chance: createFakeChance('seal'), settings };

describe('sealed texts', () => {
  test('come back as they were, and look different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(context, text);
        expect(sealed).not.toBe(seal(context, text));
        expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/u);
        expect(unseal(context, sealed)).toBe(text);
      }),
    );
  });

  test('do not open when a single bit was changed', () => {
    const sealed = Buffer.from(seal(context, 'JBSWY3DPEHPK3PXP'), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(context, changed.toString('base64url'))).toThrow('unable to authenticate');
    }
  });

  test('do not open under another key, nor when they are too short', () => {
    const other = { ...context, settings: { ...settings, serviceKey: Buffer.alloc(32, 4) } };
    expect(() => unseal(other, seal(context, 'text'))).toThrow('unable to authenticate');
    expect(() => unseal(context, '')).toThrow('Too short');
  });

  test('keyed hashes tell their parts apart', () => {
    expect(keyedHash(context, 'purpose', 'ab', 'c')).not.toBe(keyedHash(context, 'purpose', 'a', 'bc'));
    expect(keyedHash(context, 'purpose', 'a')).not.toBe(keyedHash(context, 'other', 'a'));
  });
});
