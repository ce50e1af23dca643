import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestVersion } from '../src-main/cache/old-file.ts';
import { testKey } from '../src-main/cache/temporary-cache.ts';
import { acts, type Act, type ActEvent } from './kills/act-event.ts';
import { pointsOf, tryPoint, watchAct, type ActBench } from './kills/act-points.ts';
import { makeTemplate, type Template } from './kills/act-template.ts';
import { bundleChildren, type Children } from './support/bundle-children.ts';
import { noWrongs } from './kills/ledger.ts';
import { powerCutsOf, tryPowerCut } from './kills/power-cuts.ts';
import { killDesk } from './kills/random-kills.ts';
import { saidTooEarly } from './kills/said-too-early.ts';
import { below, seededRandom } from './kills/seeded-random.ts';
import { sideBySide } from './kills/side-by-side.ts';
import { whyNoTrace, type Step } from './kills/strace.ts';
import { printFigures } from './support/print-figures.ts';
import { tortureSettings } from './support/torture-settings.ts';

const { seed, runs, isLong } = tortureSettings({ short: 40, long: 5000 });
const lanes = 2;
const noTrace = whyNoTrace();

let children: Children;
beforeAll(async () => {
  children = await bundleChildren(
    new URL('kills/working-desk.ts', import.meta.url),
    new URL('kills/act.ts', import.meta.url),
    new URL('../../src-main/cache/feed/page-thread.ts', import.meta.url),
  );
});
afterAll(() => {
  children.remove();
});

const secondsSince = (started: number): number => Math.round((performance.now() - started) / 1000);

describe('the data layer, killed at random moments', () => {
  it('loses nothing that it has said is kept, and sends everything exactly once', async () => {
    const started = performance.now();
    const killsEach = Math.min(runs, isLong ? 100 : 20);
    const desks = Array.from({ length: Math.ceil(runs / killsEach) }, (_, place) => seed * 1000 + place);
    const ledgers = await sideBySide(lanes, desks, (deskSeed) =>
      killDesk({
        program: children.program('working-desk'),
        folder: children.folder,
        key: testKey,
        seed: deskSeed,
        kills: killsEach,
      }),
    );
    const total = noWrongs();
    const done = { kept: 0, takenBack: 0, dismissed: 0, opened: 0 };
    for (const ledger of ledgers) {
      for (const [wrong, count] of Object.entries(ledger.wrongs)) total[wrong as keyof typeof total] += count;
      for (const [what, count] of Object.entries(ledger.done)) done[what as keyof typeof done] += count;
    }
    const kills = desks.length * killsEach;
    printFigures('kills', { seed, desks: desks.length, kills, ...done, ...total, seconds: secondsSince(started) });
    expect(ledgers.flatMap(({ details }) => details)).toEqual([]);
    expect(total).toEqual(noWrongs());
    expect(done.kept).toBeGreaterThan(kills / 4);
  });
});

/** A short run takes files as kills leave them, and the oldest; a long one every file, and every older version. */
function templates(): Template[] {
  const template = (act: Act, leftBy: Template['leftBy'], version: number): Template => ({
    act,
    leftBy,
    version,
    folder: path.join(children.folder, `${act}-${leftBy}-${String(version)}`),
  });
  const older = Array.from({ length: isLong ? newestVersion - 1 : 1 }, (_, place) => place + 1);
  return acts.flatMap((act) => {
    if (act === 'migrate') return older.map((version) => template(act, 'closing', version));
    const ways = isLong ? (['closing', 'kill'] as const) : (['kill'] as const);
    return ways.map((leftBy) => template(act, leftBy, newestVersion));
  });
}

/** A few of each sort, chosen by the seed. */
function fewOf<Item>(items: readonly Item[], sortOf: (item: Item) => string, ofEach: number): Item[] {
  const random = seededRandom(seed);
  return [...new Set(items.map(sortOf))].flatMap((sort) => {
    const own = items.filter((item) => sortOf(item) === sort);
    return Array.from({ length: ofEach }, () => own.splice(below(random, own.length), 1)).flat();
  });
}

const countEach = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe.skipIf(noTrace !== null)(`the data layer at each call to the disk ${noTrace ?? ''}`, () => {
  interface Watched {
    readonly bench: ActBench;
    readonly steps: readonly Step[];
    readonly events: readonly ActEvent[];
  }
  const watched: Watched[] = [];
  const early: string[] = [];
  beforeAll(async () => {
    for (const template of templates()) {
      makeTemplate(template, testKey);
      const bench = { program: children.program('act'), key: testKey, template };
      const { steps, events, wrongs } = await watchAct(bench);
      watched.push({ bench, steps, events });
      early.push(...wrongs, ...saidTooEarly(steps, events));
    }
  });

  it('says nothing before the disk has it', () => {
    expect(early).toEqual([]);
    expect(watched.flatMap(({ steps }) => steps).some((step) => 'call' in step && step.call.name === 'fsync')).toBe(
      true,
    );
  });

  it('is as it was or as it should be, says which, and goes on', async () => {
    const started = performance.now();
    const all = watched.flatMap(({ bench, steps }) => pointsOf(bench, steps));
    const inActs = all.filter(({ call }) => call.isInAct);
    const points = isLong ? all : fewOf(inActs, ({ bench, fault }) => bench.template.act + fault, 1);
    const answers = await sideBySide(lanes, points, tryPoint);
    const wrongs = answers.flatMap((answer) => answer.wrongs);
    printFigures('kills at calls', {
      seed,
      calls: countEach(all.filter(({ fault }) => fault === 'SIGKILL').map(({ bench }) => bench.template.act)),
      tried: countEach(points.map(({ fault }) => fault)),
      typedErrors: countEach(answers.flatMap(({ codes }) => codes)),
      wrong: wrongs.length,
      seconds: secondsSince(started),
    });
    expect(wrongs).toEqual([]);
    expect(points.length).toBeGreaterThanOrEqual(12);
  });

  it('keeps what it has said when the power goes', async () => {
    const started = performance.now();
    const all = watched.flatMap((each) => powerCutsOf(each, seed));
    const cuts = isLong ? all : fewOf(all, ({ bench, survival }) => bench.template.act + survival, 1);
    const wrongs = (await sideBySide(1, cuts, tryPowerCut)).flat();
    printFigures('power cuts', {
      seed,
      tried: cuts.length,
      of: all.length,
      wrong: wrongs.length,
      seconds: secondsSince(started),
    });
    expect(wrongs).toEqual([]);
  });
});
