import { describe, expect, it } from 'vitest';
import { createLoadRate } from '../../../src-main/sync/load-rate.ts';

const setUp = () => {
  let atMs = Date.parse('2026-03-02T08:00:00.000Z');
  const rate = createLoadRate(() => new Date(atMs));
  return {
    rate,
    pass(ms: number) {
      atMs += ms;
    },
  };
};
const at = (loaded: number) => ({ loaded, total: 10_000 });

describe('how fast a first load goes', () => {
  it('is told once there is something to tell it by', () => {
    const { rate, pass } = setUp();
    expect(rate(at(250))).toEqual({ ...at(250), rowsPerSecond: null });
    pass(400);
    expect(rate(at(1250))?.rowsPerSecond).toBeNull();
    pass(600);
    expect(rate(at(3250))?.rowsPerSecond).toBe(3000);
    pass(1000);
    expect(rate(at(4250))?.rowsPerSecond).toBe(2000);
  });

  it('counts what a load that goes on brings, not what an earlier run had brought', () => {
    const { rate, pass } = setUp();
    rate(at(9000));
    pass(1000);
    expect(rate(at(9500))?.rowsPerSecond).toBe(500);
  });

  it('starts anew with each load', () => {
    const { rate, pass } = setUp();
    rate(at(0));
    pass(1000);
    rate(at(5000));
    expect(rate(null)).toBeNull();
    pass(60_000);
    expect(rate(at(6000))?.rowsPerSecond).toBeNull();
    pass(1000);
    expect(rate(at(6100))?.rowsPerSecond).toBe(100);
  });

  it('and where the portal starts over, or the clock is set back', () => {
    const { rate, pass } = setUp();
    rate(at(5000));
    pass(1000);
    expect(rate(at(250))?.rowsPerSecond).toBeNull();
    pass(-86_400_000);
    expect(rate(at(500))?.rowsPerSecond).toBeNull();
    pass(1000);
    expect(rate(at(750))?.rowsPerSecond).toBe(250);
  });
});
