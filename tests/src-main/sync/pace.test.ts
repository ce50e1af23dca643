import { describe, expect, it } from 'vitest';
import { createPace, firstRows, leastRows, mostRows } from '../../../src-main/sync/pace.ts';

const setUp = () => {
  let ms = Date.UTC(2026, 0, 1);
  const pace = createPace(() => new Date(ms));
  const transactions = (count: number, spentMs: number): void => {
    for (let place = 0; place < count; place += 1) {
      pace.timed(() => {
        ms += spentMs;
      });
    }
  };
  return { pace, transactions };
};

describe('the pace of a load', () => {
  it('begins with few rows', () => {
    expect(setUp().pace.rows()).toBe(firstRows);
  });

  it('grows by small steps while transactions are short, up to a limit', () => {
    const { pace, transactions } = setUp();
    transactions(1, 3);
    expect(pace.rows()).toBe(110);
    transactions(50, 3);
    expect(pace.rows()).toBe(mostRows);
  });

  it('shrinks while they are long, down to a limit', () => {
    const { pace, transactions } = setUp();
    transactions(1, 12);
    expect(pace.rows()).toBe(75);
    transactions(50, 12);
    expect(pace.rows()).toBe(leastRows);
  });

  it('stays where they take as long as they may', () => {
    const { pace, transactions } = setUp();
    transactions(50, 5);
    expect(pace.rows()).toBe(firstRows);
  });

  it('learns nothing from a clock that stands still or is set back', () => {
    const { pace, transactions } = setUp();
    transactions(10, 0);
    transactions(10, -3_600_000);
    expect(pace.rows()).toBe(firstRows);
  });

  it('is hardly moved by one transaction that something else held up', () => {
    const { pace, transactions } = setUp();
    transactions(1, 5_000);
    transactions(4, 3);
    expect(pace.rows()).toBeGreaterThanOrEqual(firstRows);
  });

  it('answers what the work answers', () => {
    expect(setUp().pace.timed(() => 'gap')).toBe('gap');
  });
});
