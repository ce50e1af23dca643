import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Chance } from '../../src-portal/context.ts';

export interface FakeChance extends Chance {
  /** Moves the clock on. */
  advance(ms: number): void;
}

const fakeStart = new Date('2026-03-02T15:00:00.000Z');

/** A clock that only the test moves, and ids and bytes that are the same in each run of the same seed. */
export function createFakeChance(seed = 'portal'): FakeChance {
  let nowMs = fakeStart.getTime();
  let draws = 0;
  let ids = 0;
  const randomBytes = (length: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256')
        .update(`${seed}:${(draws += 1)}`)
        .digest(),
    );
    return Buffer.concat(blocks).subarray(0, length);
  };
  return {
    now: () => new Date(nowMs),
    newId: () => v7({ msecs: nowMs, seq: (ids += 1), random: randomBytes(16) }),
    randomBytes,
    advance(ms) {
      nowMs += ms;
    },
  };
}
