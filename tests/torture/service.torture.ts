import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { seededRandom } from '../../src-portal/seeds/seeded-random.ts';
import { openDesk, type Desk } from './service/desk.ts';
import { compareCommands, compareFeed, compareMail, readRecords } from './service/final-state.ts';
import { letLeasesRunOut } from './service/let-leases-run-out.ts';
import type { DeskPeople } from './service/practice.ts';
import { emailJobs, enqueueJobs, holdOrganization, jobRuns, somebodyWaits } from './service/seen-in-tables.ts';
import { answers, invitation, lineTo, listenTo, sendToBoth } from './service/shared-work.ts';
import { kill, type Kills } from './service/storm.ts';
import { sumOf } from './service/sum-of.ts';
import { startTwoInstances, type TwoInstances } from './service/two-instances.ts';
import { printFigures } from './support/print-figures.ts';
import { tortureSettings } from './support/torture-settings.ts';

const { seed, runs, isLong } = tortureSettings({ short: 10, long: 1_000 });

const kills: Kills = {
  service: Math.floor(runs * 0.4),
  postmaster: Math.floor(runs * 0.1),
  backend: runs - Math.floor(runs * 0.4) - Math.floor(runs * 0.1),
};

test(`what was acknowledged holds, and happened once, over ${runs} kills of the service and of PostgreSQL`, async () => {
  const startedMs = performance.now();
  const size = { organizations: 2, desksEach: 3, usersEach: 5, requestsEach: 10 };
  const { postgres, mail, first, second, people, opened, close } = await startTwoInstances(size);
  onTestFinished(close);
  const desks: Desk[] = [];
  for (const [place, known] of people.entries()) {
    desks.push(await openDesk({ name: `desk-${place}`, people: known, seed, urls: [first.url, second.url] }));
  }
  onTestFinished(() => Promise.all(desks.map((desk) => desk.close())).then(() => undefined));
  const onePerPractice = new Map(desks.map((desk) => [desk.people.organizationId, desk.connector]));
  const starts = new Map<string, Awaited<ReturnType<typeof readRecords>>>();
  for (const [id, connector] of onePerPractice) starts.set(id, await readRecords(connector, id));

  let isOver = false;
  const load = Promise.all(desks.map((desk) => desk.run(() => isOver)));
  await kill({
    kills,
    random: seededRandom(`${seed} kills`),
    instances: [first, second],
    postgres,
    acknowledged: () => desks.reduce((sum, desk) => sum + desk.acknowledged.length, 0),
    checkLoad() {
      expect(desks.flatMap(({ unexpected }) => unexpected)).toEqual([]);
    },
  });
  isOver = true;
  await load;
  await Promise.all([first.listens(), second.listens()]);
  await letLeasesRunOut(opened);

  const acknowledged = desks.flatMap((desk) => desk.acknowledged);
  const feeds = [];
  for (const [id, connector] of onePerPractice) {
    const start = starts.get(id);
    if (start !== undefined) feeds.push(await compareFeed(connector, id, start, acknowledged));
  }
  const exitCodes = await Promise.all([first.end(), second.end()]);
  const figures = {
    seed,
    kills,
    commands: acknowledged.length,
    applied: acknowledged.filter(({ outcome }) => outcome.status === 'applied').length,
    ...(await compareCommands(opened, acknowledged)),
    ...sumOf(desks.map(({ tally }) => tally)),
    ...sumOf(feeds),
    ...(await compareMail(opened, mail)),
    crashes: first.crashes() + second.crashes(),
    seconds: Math.round((performance.now() - startedMs) / 1000),
  };
  printFigures('service', figures);

  const log = figures.crashes > 0 ? (first.log() + second.log()).slice(-4_000) : undefined;
  expect(figures, log).toMatchObject({
    lost: 0,
    unsettled: 0,
    duplicated: 0,
    changedAnswers: 0,
    sessionsEnded: 0,
    gaps: 0,
    differing: 0,
    beyond: 0,
    emailsStuck: 0,
    invitationsLost: 0,
    crashes: 0,
  });
  expect(exitCodes).toEqual([0, 0]);
  // the storm was one: answers were lost in it, and some of them told of an effect
  expect(figures.unknownAnswers).toBeGreaterThan(runs);
  expect(figures.answersLost).toBeGreaterThan(0);
});

describe('two instances on one PostgreSQL', () => {
  let service: TwoInstances;
  let [known, others]: DeskPeople[] = [];
  const practices = (): readonly [DeskPeople, DeskPeople] => {
    if (known === undefined || others === undefined) throw new Error('There are two practices');
    return [known, others];
  };
  const doneJobs = (count: number) => Array.from({ length: count }, () => ({ status: 'done', attempts: 1 }));
  beforeAll(async () => {
    service = await startTwoInstances({ organizations: 2, desksEach: 1, usersEach: 1, requestsEach: 0 });
    [known, others] = service.people;
  });
  afterAll(() => service.close());

  test('give one effect and one answer to a command that both get at once, and send its email once', async () => {
    const { first, second, opened, mail } = service;
    const [practice] = practices();
    const commands = Array.from({ length: isLong ? 500 : 40 }, (_, place) =>
      invitation(practice, `twin-${place}@example.test`),
    );
    const [toFirst, toSecond] = [await lineTo(first.url, practice), await lineTo(second.url, practice)];
    const { same, applied } = await sendToBoth(toFirst, toSecond, commands);
    await expect.poll(() => emailJobs(opened), { timeout: 60_000 }).toEqual(doneJobs(commands.length));
    const audited = await opened.database.selectFrom('audit').select('command_id').execute();
    const figures = { twins: commands.length, same, applied, effects: audited.length, emails: mail.total() };
    printFigures('service', figures);
    const { length } = commands;
    expect(figures).toEqual({ twins: length, same: length, applied: length, effects: length, emails: length });
  });

  test('share the jobs that are due, each of them run once', async () => {
    const { first, second, opened } = service;
    const [practice] = practices();
    const count = isLong ? 2_000 : 200;
    await enqueueJobs(opened, count);
    const lines = [await lineTo(first.url, practice), await lineTo(second.url, practice)];
    // either of them looks for jobs once it has answered
    await Promise.all(lines.map((line) => line.submit(invitation(practice, 'known@example.test'))));
    await expect.poll(() => jobRuns(opened), { timeout: 60_000 }).toEqual({ done: count, runs: count });
  });

  test('tell each other of what has grown', async () => {
    const [practice] = practices();
    const listening = new AbortController();
    const hints = await listenTo(await lineTo(service.second.url, practice), practice, listening.signal);
    const toFirst = await lineTo(service.first.url, practice);
    for (let place = 0; place < 5; place += 1) {
      const answer = await toFirst.submit(invitation(practice, `hinted-${place}@example.test`));
      const position = answer.ok && answer.value.status === 'applied' ? answer.value.position : Number.NaN;
      await expect.poll(hints.position, { interval: 2, timeout: 10_000 }).toBeGreaterThanOrEqual(position);
    }
    listening.abort();
    await hints.ended;
  });

  test('end in good order: what is in hand is finished and answered, and nothing more is begun', async () => {
    const { first, second, opened, mail } = service;
    const [practice, other] = practices();
    await expect.poll(async () => (await emailJobs(opened)).every(({ status }) => status === 'done')).toBe(true);
    const before = (await emailJobs(opened)).length;
    // one that has nothing to do but to tell hints ends at once
    const hints = await listenTo(await lineTo(second.url, practice), practice, new AbortController().signal);
    expect(await second.end()).toBe(0);
    await hints.ended;

    const letMailGo = mail.hold();
    const toFirst = await lineTo(first.url, practice);
    await toFirst.submit(invitation(practice, 'in-hand@example.test'));
    await mail.held();
    await toFirst.submit(invitation(practice, 'too-late@example.test'));
    const letOrganizationGo = await holdOrganization(opened, other.organizationId);
    const inFlight = (await lineTo(first.url, other)).submit(invitation(other, 'in-flight@example.test'));
    await expect.poll(() => somebodyWaits(opened)).toBe(true);

    const ending = first.end();
    await expect.poll(() => answers(first.url)).toBe(false);
    letMailGo();
    const jobs = async () => (await emailJobs(opened)).slice(before);
    await expect.poll(async () => (await jobs())[0]).toEqual({ status: 'done', attempts: 1 });
    await letOrganizationGo();
    expect(await inFlight).toMatchObject({ ok: true, value: { status: 'applied' } });
    expect(await ending).toBe(0);
    expect(await jobs()).toEqual([
      { status: 'done', attempts: 1 },
      { status: 'waiting', attempts: 0 },
      { status: 'waiting', attempts: 0 },
    ]);
  });
});
