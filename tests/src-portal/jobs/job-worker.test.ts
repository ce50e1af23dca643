import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PortalContext } from '../../../src-portal/context.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { createHintPublisher } from '../../../src-portal/features/changes/hint-publisher.ts';
import { claimJobs, leaseMs } from '../../../src-portal/jobs/claim-jobs.ts';
import type { JobHandlers, JobOutcome, JobRun } from '../../../src-portal/jobs/job-handler.ts';
import { createJobQueue } from '../../../src-portal/jobs/job-queue.ts';
import { createJobWorker } from '../../../src-portal/jobs/job-worker.ts';
import { scheduleRepeatedJobs } from '../../../src-portal/jobs/repeat-job.ts';
import { triesAtMost } from '../../../src-portal/jobs/retry-delay.ts';
import { createFakeChance, type FakeChance } from '../fake-chance.ts';
import { openTestDatabase } from '../test-database.ts';

const done: JobOutcome = { status: 'done' };

/** Something that a test waits for. */
function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe('jobs', () => {
  let opened: OpenDatabase;
  let context: PortalContext;
  let chance: FakeChance;
  beforeAll(async () => {
    opened = await openTestDatabase();
    chance = createFakeChance('jobs');
    context = {
      database: opened.database,
      chance,
      jobs: createJobQueue(chance),
      hints: createHintPublisher(),
      settings: {
        publicUrl: '',
        serviceKey: Buffer.alloc(32),
        mailFrom: '',
        mailboxUrl: null,
        database: opened.kind,
        version: '',
        passwordHash: { memoryKib: 8, passes: 1 },
      },
    };
  });
  beforeEach(async () => {
    await opened.database.deleteFrom('job').execute();
  });
  afterAll(() => opened.close());

  const workerWith = (run: (sealed: string, run: JobRun) => Promise<JobOutcome>) => {
    const handlers: JobHandlers = {
      'send-email': ({ sealed }, tried) => run(sealed, tried),
      'send-password-reset': () => Promise.resolve(done),
      'tell-sign-in': () => Promise.resolve(done),
      'activate-billing-agency': () => Promise.resolve(done),
      'expire-invitations': () => Promise.resolve(done),
      'expire-unused-accounts': () => Promise.resolve(done),
      'forget-old-records': () => Promise.reject(new Error('housekeeping is broken')),
      'truncate-feeds': () => Promise.resolve(done),
    };
    return createJobWorker(context, handlers, pino({ level: 'silent' }));
  };
  const enqueue = (sealed: string, runAt?: Date) =>
    opened.database
      .transaction()
      .execute((transaction) => context.jobs.enqueue(transaction, 'send-email', { sealed }, runAt));
  const rows = () => opened.database.selectFrom('job').selectAll().orderBy('id').execute();
  const row = async () => {
    const [first] = await rows();
    if (first === undefined) throw new Error('There is no job');
    return first;
  };

  test('are enqueued with what they are for, or not at all', async () => {
    const failing = opened.database.transaction().execute(async (transaction) => {
      await context.jobs.enqueue(transaction, 'send-email', { sealed: 'x' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await rows()).toEqual([]);
  });

  test('have a known kind and a payload of that kind', async () => {
    const enqueueAs = (kind: string, payload: object) =>
      opened.database.transaction().execute((transaction) => context.jobs.enqueue(transaction, kind, payload));
    await expect(enqueueAs('make-coffee', {})).rejects.toThrow('No job is called make-coffee');
    await expect(enqueueAs('toString', {})).rejects.toThrow('No job is called toString');
    await expect(enqueueAs('send-email', { to: 'x' })).rejects.toThrow('sealed');
  });

  test('run once, in order, and leave nothing of their payload behind', async () => {
    const seen: string[] = [];
    const worker = workerWith((sealed) => {
      seen.push(sealed);
      return Promise.resolve(done);
    });
    await enqueue('first');
    chance.advance(1);
    await enqueue('second');
    await worker.runDueJobs();
    await worker.runDueJobs();
    expect(seen).toEqual(['first', 'second']);
    expect(await rows()).toMatchObject([
      { status: 'done', attempts: 1, payload: {} },
      { status: 'done', payload: {} },
    ]);
  });

  test('wait for their moment', async () => {
    const seen: string[] = [];
    const worker = workerWith((sealed) => Promise.resolve(seen.push(sealed)).then(() => done));
    await enqueue('later', new Date(chance.now().getTime() + 60_000));
    await worker.runDueJobs();
    expect(seen).toEqual([]);
    chance.advance(60_000);
    await worker.runDueJobs();
    expect(seen).toEqual(['later']);
  });

  test('have their effect in the transaction that notes them as done', async () => {
    const worker = workerWith(() =>
      Promise.resolve({
        status: 'done',
        effect: async (transaction) => {
          await context.jobs.enqueue(transaction, 'tell-sign-in', { accountId: 'follow-up' });
        },
      }),
    );
    await enqueue('x');
    await worker.runDueJobs();
    expect((await rows()).map(({ kind, status }) => [kind, status])).toEqual([
      ['send-email', 'done'],
      ['tell-sign-in', 'done'],
    ]);

    const breaking = workerWith(() =>
      Promise.resolve({ status: 'done', effect: () => Promise.reject(new Error('effect failed')) }),
    );
    await opened.database.deleteFrom('job').execute();
    await enqueue('y');
    await breaking.runDueJobs();
    // nothing was noted: the lease runs out and it is tried again
    expect(await row()).toMatchObject({ status: 'running', payload: { sealed: 'y' } });
  });

  test('are tried again ever later, until no try is left', async () => {
    const gaps: number[] = [];
    let gaveUp = 0;
    let last = chance.now().getTime();
    const worker = workerWith(() => {
      gaps.push(chance.now().getTime() - last);
      last = chance.now().getTime();
      return Promise.resolve({
        status: 'retry',
        reason: 'ESOCKET',
        atLast: () => {
          gaveUp += 1;
          return Promise.resolve();
        },
      });
    });
    await enqueue('unlucky');
    for (let tries = 1; tries <= triesAtMost; tries += 1) {
      await worker.runDueJobs();
      const { status, run_at: runAt, attempts, last_error: reason } = await row();
      expect({ attempts, reason }).toEqual({ attempts: tries, reason: 'ESOCKET' });
      expect(status).toBe(tries < triesAtMost ? 'waiting' : 'failed');
      expect(gaveUp).toBe(tries < triesAtMost ? 0 : 1);
      if (status === 'waiting') chance.advance(runAt.getTime() - chance.now().getTime());
    }
    const growing = gaps.slice(1);
    for (const [index, gap] of growing.entries()) {
      const ceiling = 5_000 * 2 ** index;
      expect(gap).toBeGreaterThanOrEqual(ceiling / 2);
      expect(gap).toBeLessThanOrEqual(ceiling);
    }
    expect(await row()).toMatchObject({ payload: {} });
  });

  test('that fail for good are not tried again', async () => {
    let runs = 0;
    const worker = workerWith(() => {
      runs += 1;
      return Promise.resolve({ status: 'failed', reason: 'EENVELOPE 550' });
    });
    await enqueue('x');
    await worker.runDueJobs();
    chance.advance(leaseMs * 10);
    await worker.runDueJobs();
    expect(runs).toBe(1);
    expect(await row()).toMatchObject({ status: 'failed', last_error: 'EENVELOPE 550' });
  });

  test('that throw are tried again', async () => {
    let runs = 0;
    const worker = workerWith(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('a bug')) : Promise.resolve(done);
    });
    await enqueue('x');
    await worker.runDueJobs();
    expect(await row()).toMatchObject({ status: 'waiting', last_error: 'internal' });
    chance.advance(60_000);
    await worker.runDueJobs();
    expect(await row()).toMatchObject({ status: 'done', attempts: 2 });
  });

  test('of a worker that died are taken over when its lease has run out, not before', async () => {
    await enqueue('orphan');
    const [claimed] = await claimJobs(context, 1);
    expect(claimed).toMatchObject({ status: 'running', attempts: 1 });
    const attempts: number[] = [];
    const worker = workerWith((_sealed, { attempt }) => Promise.resolve(attempts.push(attempt)).then(() => done));
    chance.advance(leaseMs - 1);
    await worker.runDueJobs();
    expect(attempts).toEqual([]);
    chance.advance(1);
    await worker.runDueJobs();
    expect(attempts).toEqual([2]);
    expect(await row()).toMatchObject({ status: 'done' });
  });

  test('that outlived their lease have no second effect', async () => {
    let effects = 0;
    const effect = () => {
      effects += 1;
      return Promise.resolve();
    };
    const quick = workerWith(() => Promise.resolve({ status: 'done', effect }));
    const slow = workerWith(async () => {
      chance.advance(leaseMs);
      await quick.runDueJobs();
      return { status: 'done', effect };
    });
    await enqueue('x');
    await slow.runDueJobs();
    expect(effects).toBe(1);
    expect(await row()).toMatchObject({ status: 'done', attempts: 2 });
  });

  test('are claimed by one of many workers each', async () => {
    for (let count = 0; count < 30; count += 1) await enqueue(`job-${count}`);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimJobs(context, 10)));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
  });

  test('in hand are finished before the worker stops, and no more are taken', async () => {
    const [started, finished] = [signal(), signal()];
    const worker = workerWith(async (sealed) => {
      if (sealed !== 'slow') return done;
      started.give();
      await finished.given;
      return done;
    });
    await enqueue('slow');
    worker.start();
    await started.given;
    await enqueue('too late');
    worker.wake();
    let hasStopped = false;
    const stopping = worker.stop().then(() => (hasStopped = true));
    expect(hasStopped).toBe(false);
    finished.give();
    await stopping;
    expect((await rows()).map(({ status }) => status)).toEqual(['done', 'waiting']);
  });

  test('are run at once when the worker is woken', async () => {
    const ran = signal();
    const worker = workerWith(() => {
      ran.give();
      return Promise.resolve(done);
    });
    worker.start();
    await enqueue('now');
    worker.wake();
    await ran.given;
    await worker.stop();
  });

  test('of housekeeping wait once each, however many instances start, and come back however they went', async () => {
    await Promise.all([scheduleRepeatedJobs(context), scheduleRepeatedJobs(context), scheduleRepeatedJobs(context)]);
    const waiting = async () =>
      (await rows())
        .filter(({ status }) => status === 'waiting')
        .map(({ kind }) => kind)
        .toSorted();
    const housekeeping = ['expire-invitations', 'expire-unused-accounts', 'forget-old-records', 'truncate-feeds'];
    expect(await waiting()).toEqual(housekeeping);
    const worker = workerWith(() => Promise.resolve(done));
    chance.advance(60_000);
    await worker.runDueJobs();
    expect(await waiting()).toEqual(housekeeping);
    for (let tries = 0; tries < 12; tries += 1) {
      chance.advance(20 * 60_000);
      await worker.runDueJobs();
    }
    expect(
      (await rows()).filter(({ kind, status }) => kind === 'forget-old-records' && status === 'failed'),
    ).not.toEqual([]);
    expect(await waiting()).toEqual(housekeeping);
  });
});
