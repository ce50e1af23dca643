import type { Step } from './step.ts';
import type { World } from './world.ts';

/** What the sequences of a run came to. */
export interface Counts {
  /** The same steps, counted as they are run. */
  seen(steps: Iterable<Step>): Iterable<Step>;
  ended(world: World): void;
  figures(): object;
  /** What a run of this size has to have met, and has not. */
  neverSeen(): string[];
}

const wanted = ['applied', 'undone', 'version_conflict', 'illegal_transition', 'earlier_refused', 'not_permitted'];

export function countsOf(): Counts {
  const fates = new Map<string, number>();
  const commands = new Map<string, number>();
  let decisions = 0;
  let lost = 0;
  let duplicated = 0;
  const add = (counted: Map<string, number>, name: string): void => {
    counted.set(name, (counted.get(name) ?? 0) + 1);
  };
  return {
    *seen(steps) {
      for (const each of steps) {
        const [name = ''] = /[a-z ]*[a-z]/u.exec(each.toString()) ?? [];
        add(commands, name);
        yield each;
      }
    },
    ended({ model, portal }) {
      decisions += model.decisions.length;
      lost += model.decisions.filter(({ fate }) => fate === 'waiting' || fate === 'may-have-been-sent').length;
      duplicated += portal.applied.length - new Set(portal.applied.map(({ commandId }) => commandId)).size;
      for (const { fate, error } of model.decisions) add(fates, error ?? fate);
    },
    figures: () => ({
      commands: Object.fromEntries([...commands].toSorted()),
      decisions,
      fates: Object.fromEntries([...fates].toSorted()),
      lost,
      duplicated,
    }),
    neverSeen: () => (decisions < 500 ? [] : wanted.filter((name) => !fates.has(name))),
  };
}
