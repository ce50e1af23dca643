import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkAttempts, forgiveAttempts, takeAttempt } from '../../../src-portal/identity/take-attempt.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { createFakeChance, type FakeChance } from '../fake-chance.ts';
import { openTestDatabase } from '../test-database.ts';

const limit = { limit: 3, windowMs: 60_000 };

describe('attempts', () => {
  let opened: OpenDatabase;
  let chance: FakeChance;
  let key: string;
  beforeAll(async () => {
    opened = await openTestDatabase();
    chance = createFakeChance();
  });
  beforeEach(() => {
    key = chance.newId();
  });
  afterAll(() => opened.close());

  const take = () => takeAttempt(opened.database, { chance }, key, limit);
  const check = () => checkAttempts(opened.database, { chance }, key, limit);

  test('are allowed up to the limit', async () => {
    expect(await take()).toEqual({ ok: true, value: { attemptsLeft: 2 } });
    expect(await take()).toEqual({ ok: true, value: { attemptsLeft: 1 } });
    expect(await check()).toMatchObject({ ok: true });
    expect(await take()).toEqual({ ok: true, value: { attemptsLeft: 0 } });
    expect(await check()).toEqual({ ok: false, error: { retryAfterMs: 60_000 } });
    expect(await take()).toEqual({ ok: false, error: { retryAfterMs: 60_000 } });
  });

  test('wait for a whole window after the last allowed one; asking meanwhile does not lengthen it', async () => {
    await take();
    await take();
    chance.advance(50_000);
    await take();
    chance.advance(59_000);
    expect(await take()).toEqual({ ok: false, error: { retryAfterMs: 1_000 } });
    chance.advance(1_000);
    expect(await check()).toMatchObject({ ok: true });
    expect(await take()).toEqual({ ok: true, value: { attemptsLeft: 2 } });
  });

  test('are forgotten when their window has passed', async () => {
    await take();
    await take();
    chance.advance(60_000);
    expect(await take()).toEqual({ ok: true, value: { attemptsLeft: 2 } });
  });

  test('can be forgiven, and each key counts for itself', async () => {
    await take();
    expect(await takeAttempt(opened.database, { chance }, `${key}-other`, limit)).toEqual({
      ok: true,
      value: { attemptsLeft: 2 },
    });
    await forgiveAttempts(opened.database, [key]);
    expect(await take()).toEqual({ ok: true, value: { attemptsLeft: 2 } });
  });

  test('at the same moment are counted each', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, take));
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  });
});
