import { describe, expect, it } from 'vitest';
import { parseSeed } from '../../../src-portal/seeds/seed.ts';

describe('--seed', () => {
  it.each([
    ['empty', { kind: 'empty' }],
    ['demo', { kind: 'demo' }],
    ['1-users', { kind: 'users', count: 1 }],
    ['100000-users', { kind: 'users', count: 100_000 }],
    ['1000000-users', { kind: 'users', count: 1_000_000 }],
  ])('reads %s', (text, seed) => {
    expect(parseSeed(text)).toEqual(seed);
  });

  it.each(['', 'Demo', 'users', '0-users', '-5-users', '1e3-users', '1.5-users', '1000001-users', '10-users '])(
    'refuses "%s"',
    (text) => {
      expect(parseSeed(text)).toBeNull();
    },
  );
});
