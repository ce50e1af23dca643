import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../src-portal/test-database.ts';
import { countsOf } from './model/counts.ts';
import { decisionSteps } from './model/decision-steps.ts';
import { openDeskFiles } from './model/desk-file.ts';
import { finish } from './model/finish.ts';
import { checkEnd } from './model/laws.ts';
import { readReplay, replayHint } from './model/replay.ts';
import { compareWithService, portalEvents } from './model/same-as-service.ts';
import { World, type Circumstances } from './model/world.ts';
import { machineSteps, portalSteps } from './model/world-steps.ts';
import { printFigures } from './support/print-figures.ts';
import { tortureSettings } from './support/torture-settings.ts';

const { seed, runs, isLong } = tortureSettings({ short: 1000, long: 10_000 });
const replay = readReplay();
const maxCommands = replay?.maxCommands ?? (isLong ? 24 : 12);

const circumstances = fc.record<Circumstances>({
  isLoaded: fc.nat(3).map((one) => one > 0),
  hears: fc.boolean(),
  pageSize: fc.constantFrom(3, 1000),
});

test(`decisions keep the promises of the model, over ${runs} sequences of commands`, async () => {
  const startedMs = performance.now();
  const files = openDeskFiles();
  const counts = countsOf();
  try {
    const first = new World(files, { isLoaded: false, hears: false, pageSize: 1000 });
    await first.settle();
    first.close();
    files.keepAsLoaded();
    const commands = fc.commands<World, World, false>([...decisionSteps, ...machineSteps, ...portalSteps], {
      maxCommands,
      size: 'max',
      ...(replay !== null && { replayPath: replay.commands }),
    });
    const property = fc.asyncProperty(circumstances, commands, async (begun, steps) => {
      const world = new World(files, begun);
      try {
        await world.settle();
        await fc.asyncModelRun(() => ({ model: world, real: world }), counts.seen(steps));
        await finish(world);
        checkEnd(world);
        counts.ended(world);
      } finally {
        world.close();
      }
    });
    const details = await fc.check(property, { seed, numRuns: runs, ...(replay !== null && { path: replay.path }) });
    if (details.failed) throw new Error(replayHint(details, maxCommands), { cause: details.errorInstance });
    expect(counts.neverSeen(), 'fates, refusals and commands that no sequence had').toEqual([]);
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    printFigures('model', { seed, sequences: runs, ...counts.figures(), seconds });
  } finally {
    files.remove();
  }
});

test.skipIf(replay !== null)('the portal of the model answers and shows what the service does', async () => {
  const startedMs = performance.now();
  const opened = await openTestDatabase();
  const numRuns = Math.ceil(runs / (isLong ? 25 : 100));
  let events = 0;
  try {
    const property = fc.asyncProperty(portalEvents, async (happening) => {
      events += happening.length;
      await compareWithService(opened, happening);
    });
    await fc.assert(property, { seed, numRuns });
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    printFigures('model, its portal', {
      seed,
      database: opened.kind,
      sequences: numRuns,
      events,
      differences: 0,
      seconds,
    });
  } finally {
    await opened.close();
  }
});
