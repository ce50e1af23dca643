import { describe, expect, test } from 'vitest';
import { createPasswordVerifier, hashPassword } from '../../../src-portal/identity/password-hash.ts';
import type { PortalSettings } from '../../../src-portal/context.ts';
import { createFakeChance } from '../fake-chance.ts';

const settings = { passwordHash: { memoryKib: 1024, passes: 2 } } as unknown as PortalSettings;
const context = { chance: createFakeChance('passwords'), settings };

describe('passwords', () => {
  test('are hashed with argon2id at the cost of the settings, differently each time', async () => {
    const hash = await hashPassword(context, 'quiet maple harbor');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=1024,t=2,p=1\$/u);
    expect(await hashPassword(context, 'quiet maple harbor')).not.toBe(hash);
    expect(await createPasswordVerifier(context).matches(hash, 'quiet maple harbor')).toBe(true);
    expect(await createPasswordVerifier(context).matches(hash, 'quiet maple harbour')).toBe(false);
  });

  test('are compared in their NFC form, over their whole length', async () => {
    const hash = await hashPassword(context, 'caf\u00e9');
    expect(await createPasswordVerifier(context).matches(hash, 'cafe\u0301')).toBe(true);
    const long = await hashPassword(context, `${'x'.repeat(200)}a`);
    expect(await createPasswordVerifier(context).matches(long, `${'x'.repeat(200)}b`)).toBe(false);
  });

  test('never match where there is none, which takes as long', async () => {
    expect(await createPasswordVerifier(context).matches(null, '')).toBe(false);
    const costly = { ...context, settings: { ...settings, passwordHash: { memoryKib: 32 * 1024, passes: 3 } } };
    const hash = await hashPassword(costly, 'right');
    const verifier = createPasswordVerifier(costly);
    const median = async (passwordHash: string | null) => {
      const durations: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const startedMs = performance.now();
        await verifier.matches(passwordHash, 'wrong');
        durations.push(performance.now() - startedMs);
      }
      return durations.toSorted((a, b) => a - b)[2] ?? 0;
    };
    const [known, unknown] = [await median(hash), await median(null)];
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });
});
