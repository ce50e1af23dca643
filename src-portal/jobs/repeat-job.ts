import { sql } from 'kysely';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import type { JobKind } from './job-kinds.ts';

const minuteMs = 60_000;

/** Housekeeping, and how long after the end of a run the next one is due. */
const intervalMs = {
  'expire-invitations': minuteMs,
  'expire-unused-accounts': 60 * minuteMs,
  'forget-old-records': 60 * minuteMs,
  'truncate-feeds': 24 * 60 * minuteMs,
} as const satisfies Partial<Record<JobKind, number>>;

type RepeatedKind = keyof typeof intervalMs;

const isRepeated = (kind: string): kind is RepeatedKind => Object.hasOwn(intervalMs, kind);

/** Makes sure that each kind of housekeeping is waiting, once among all instances. */
export const scheduleRepeatedJobs = (context: PortalContext): Promise<void> =>
  context.database.transaction().execute(async (transaction) => {
    for (const kind of Object.keys(intervalMs)) await scheduleNext(transaction, context, kind);
  });

/** Enqueues the next run of a kind of housekeeping, unless one waits already; does nothing for other jobs. */
export async function scheduleNext(
  transaction: DatabaseTransaction,
  context: PortalContext,
  kind: string,
): Promise<void> {
  if (!isRepeated(kind)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`repeat ${kind}`}::text, 0))`.execute(transaction);
  const waiting = await transaction
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('status', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  if (waiting !== undefined) return;
  await context.jobs.enqueue(transaction, kind, {}, new Date(context.chance.now().getTime() + intervalMs[kind]));
}
