import type { Arbitrary, AsyncCommand } from 'fast-check';
import { checkLaws } from './laws.ts';
import type { World } from './world.ts';

export type Step = AsyncCommand<World, World>;

/** One command of a sequence: it is done, everything comes to rest, and the laws hold. `words` and `values` are its name in a report. */
export function step(words: string, values: readonly unknown[], run: (world: World) => void | Promise<void>): Step {
  const name = values.length === 0 ? words : `${words} ${JSON.stringify(values).slice(1, -1)}`;
  return {
    check: () => true,
    async run(world) {
      await run(world);
      await world.settle();
      checkLaws(world);
    },
    toString: () => `[${name}]`,
  };
}

/** So that it is chosen that many times as often as what stands alone. */
export const often = (times: number, steps: Arbitrary<Step>): Arbitrary<Step>[] =>
  Array.from({ length: times }, () => steps);
