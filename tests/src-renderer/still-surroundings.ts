import type { Surroundings } from '../../src-renderer/lib/surroundings.tsx';
import { fixtureId, fixtureNow } from './fixtures.ts';

/** Surroundings that stand still; ids count up from fixture id 7000. */
export function stillSurroundings(): Surroundings {
  let made = 7000;
  return {
    now: () => fixtureNow,
    newId: () => {
      made += 1;
      return fixtureId(made);
    },
  };
}
