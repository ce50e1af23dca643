import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatList,
  formatMoment,
  formatQuantity,
  formatRecent,
  formatTime,
  formatWait,
} from '../../../src-renderer/lib/format.ts';

const at = (...parts: [number, number, number, number?, number?]): string => new Date(...parts).toISOString();
const now = new Date(2026, 2, 4, 14, 20);

describe('moments', () => {
  it('are written as people in the United States write them', () => {
    expect(formatTime(at(2026, 2, 4, 14, 14))).toBe('2:14 PM');
    expect(formatDate(at(2026, 2, 4))).toBe('Mar 4, 2026');
    expect(formatMoment(at(2026, 2, 4, 0, 5))).toBe('Mar 4, 2026, 12:05 AM');
  });

  it('are as short as they are clear', () => {
    expect(formatRecent(at(2026, 2, 4, 9, 0), now)).toBe('9:00 AM');
    expect(formatRecent(at(2026, 2, 3, 23, 59), now)).toBe('Mar 3, 11:59 PM');
    expect(formatRecent(at(2025, 11, 31, 23, 59), now)).toBe('Dec 31, 2025, 11:59 PM');
  });
});

describe('numbers', () => {
  it('are grouped and agree with their noun', () => {
    expect(formatCount(12_480)).toBe('12,480');
    expect(formatQuantity(1, 'user', 'users')).toBe('1 user');
    expect(formatQuantity(0, 'user', 'users')).toBe('0 users');
  });

  it('never promise a wait that is too short', () => {
    const unitMs = { second: 1000, minute: 60_000, hour: 3_600_000 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (ms) => {
        const [count = '', unit = ''] = formatWait(ms).split(' ');
        const promised = Number(count) * unitMs[unit.replace(/s$/u, '') as keyof typeof unitMs];
        expect(promised).toBeGreaterThanOrEqual(ms);
        expect(promised).toBeGreaterThan(0);
      }),
      { seed: 7 },
    );
  });
});

it('lists read as a sentence does', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['Ana'])).toBe('Ana');
  expect(formatList(['Ana', 'Ben'])).toBe('Ana and Ben');
  expect(formatList(['Ana', 'Ben', 'Cleo'])).toBe('Ana, Ben and Cleo');
});
