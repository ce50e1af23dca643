import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { leaseMs } from '../../../src-portal/jobs/claim-jobs.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';

const lookMs = 250;
const aliveForMs = 1_500;
const patienceMs = 60_000;

/**
 * Lets the time pass that jobs of killed instances and failed tries wait for, until every email has been dealt with, or
 * for a minute. Instances have to be running.
 */
export async function letLeasesRunOut({ database }: OpenDatabase): Promise<void> {
  const latestMs = performance.now() + patienceMs;
  while (performance.now() < latestMs) {
    const open = await database
      .selectFrom('job')
      .select('id')
      .where('kind', '=', 'send-email')
      .where('status', 'in', ['waiting', 'running'])
      .limit(1)
      .executeTakeFirst();
    if (open === undefined) return;
    await sql`update job set run_at = now() where kind = 'send-email' and status = 'waiting' and run_at > now()`.execute(
      database,
    );
    // whoever is alive has noted a job long before this
    await sql`update job set claimed_until = now()
      where kind = 'send-email' and status = 'running'
        and claimed_until between now() and now() + make_interval(secs => ${(leaseMs - aliveForMs) / 1000}::float)`.execute(
      database,
    );
    await delay(lookMs);
  }
}
