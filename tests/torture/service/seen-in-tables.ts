import { sql } from 'kysely';
import { systemChance } from '../../../src-portal/chance.ts';
import { createJobQueue } from '../../../src-portal/jobs/job-queue.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';

/**
 * Holds an organization as another transaction would, so that whatever is to change its people waits. The answered
 * function lets go.
 */
export async function holdOrganization(
  { database }: OpenDatabase,
  organizationId: string,
): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let noteHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => (noteHeld = resolve));
  const transaction = database.transaction().execute(async (holding) => {
    await holding.selectFrom('organization').select('id').where('id', '=', organizationId).forUpdate().execute();
    noteHeld();
    await released;
  });
  await held;
  return async () => {
    release();
    await transaction;
  };
}

/** The state of every email that was queued, in order. */
export async function emailJobs({ database }: OpenDatabase): Promise<{ status: string; attempts: number }[]> {
  return database
    .selectFrom('job')
    .select(['status', 'attempts'])
    .where('kind', '=', 'send-email')
    .orderBy('id')
    .execute();
}

/** Makes jobs due, all at once, that have nothing to do: nobody has the account that they are about. */
export async function enqueueJobs({ database }: OpenDatabase, count: number): Promise<void> {
  const queue = createJobQueue(systemChance);
  await database.transaction().execute(async (transaction) => {
    for (let place = 0; place < count; place += 1) {
      await queue.enqueue(transaction, 'tell-sign-in', { accountId: systemChance.newId() });
    }
  });
}

/** How many of those are done, and how often they were begun. */
export async function jobRuns({ database }: OpenDatabase): Promise<{ done: number; runs: number }> {
  const jobs = await database
    .selectFrom('job')
    .select(['status', 'attempts'])
    .where('kind', '=', 'tell-sign-in')
    .execute();
  return {
    done: jobs.filter(({ status }) => status === 'done').length,
    runs: jobs.reduce((sum, { attempts }) => sum + attempts, 0),
  };
}

/** Whether a transaction waits for another one's lock. */
export async function somebodyWaits({ database }: OpenDatabase): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where not granted`.execute(database);
  return rows.length > 0;
}
