import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureChange } from './cost/cost-of-change.ts';
import { measureFeed } from './cost/feed-buffers.ts';
import { measurePair, type LoadPair } from './cost/first-load.ts';
import { addLargePractice, type LargePractice } from './cost/large-practice.ts';
import { fileIn } from './cost/measured-desk.ts';
import { startMeasuredService, type MeasuredService } from './cost/measured-service.ts';
import { bundleChildren, type Children } from './support/bundle-children.ts';
import { printFigures } from './support/print-figures.ts';
import { tortureSettings } from './support/torture-settings.ts';

/** A run is a pair of first loads. */
const { seed, runs, isLong } = tortureSettings({ short: 3, long: 5 });
const users = isLong ? 100_000 : 10_000;
const fewUsers = users / 100;
const changes = isLong ? 15 : 7;

let service: MeasuredService;
let folder = '';
let program: Children;
let pageThread = '';
let large: LargePractice;
/** What a change to the small practice took while there was no other in the database. */
let few: Awaited<ReturnType<typeof costIn>>;

async function costIn(practice: LargePractice, name: string) {
  const { instance, databaseUrl } = service;
  const desk = await measureChange(practice, instance.url, fileIn(folder, name), pageThread, changes);
  return { desk, service: await measureFeed(databaseUrl, practice) };
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portal-desk-cost-'));
  program = await bundleChildren(new URL('../../src-main/cache/feed/page-thread.ts', import.meta.url));
  pageThread = program.program('page-thread');
  service = await startMeasuredService();
  few = await costIn(await addLargePractice(service.opened, fewUsers, `${seed}-few`), 'few');
  large = await addLargePractice(service.opened, users, `${seed}-many`);
}, 300_000);
afterAll(async () => {
  await service.close();
  program.remove();
  rmSync(folder, { recursive: true });
});

const median = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
const rounded = (figure: number): number => Math.round(figure * 100) / 100;

test('a change costs what it is, not what the table is', async () => {
  const many = await costIn(large, 'many');
  printFigures('cost of a change', { seed, users: [fewUsers, users], few, many });
  expect(many.desk.requests).toBe(few.desk.requests);
  // names differ in length
  expect(many.desk.bytes).toBeLessThan(few.desk.bytes * 1.2);
  // a hundred times as many rows make each index one level deeper
  expect(many.desk.pagesRead).toBeLessThanOrEqual(few.desk.pagesRead * 2);
  expect(many.desk.pagesWritten).toBeLessThanOrEqual(few.desk.pagesWritten * 1.5);
  expect(many.service.queries).toBe(few.service.queries);
  // small tables are read from end to end, because that is cheaper
  expect(many.service.rows).toBeLessThan(users / 100);
  expect(many.service.buffers).toBeLessThanOrEqual(few.service.buffers * 1.5);
});

test('a first load takes at most 2.5 times the least, and leaves the event loop free', async () => {
  const pairs: LoadPair[] = [];
  for (let place = 0; place < runs; place += 1) {
    pairs.push(await measurePair(large, service.instance.url, folder, pageThread, place));
  }
  for (const pair of pairs) expect([pair.users, pair.rawUsers]).toEqual([users, users]);
  const ratios = pairs.map(({ seconds, rawSeconds }) => seconds / rawSeconds);
  const figures = {
    seed,
    runs,
    users,
    seconds: rounded(median(pairs.map(({ seconds }) => seconds))),
    rawSeconds: rounded(median(pairs.map(({ rawSeconds }) => rawSeconds))),
    ratio: rounded(median(ratios)),
    worstRatio: rounded(Math.max(...ratios)),
    p99Ms: rounded(median(pairs.map(({ delay }) => delay.p99Ms))),
    calmestP99Ms: rounded(Math.min(...pairs.map(({ delay }) => delay.p99Ms))),
    maxMs: rounded(median(pairs.map(({ delay }) => delay.maxMs))),
    rawP99Ms: rounded(median(pairs.map(({ rawDelay }) => rawDelay.p99Ms))),
  };
  printFigures('cost of a first load', figures);
  expect(figures.ratio).toBeLessThanOrEqual(2.5);
  // what else runs on the machine only ever adds: in `npm test` the calmest load says what the desk takes
  expect(isLong ? figures.p99Ms : figures.calmestP99Ms).toBeLessThan(20);
});
