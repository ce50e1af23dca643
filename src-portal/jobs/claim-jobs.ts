import type { Selectable } from 'kysely';
import type { PortalContext } from '../context.ts';
import type { Schema } from '../database/schema.ts';

/** How long a claimed job is left to its worker. */
export const leaseMs = 2 * 60_000;

export type ClaimedJob = Selectable<Schema['job']> & { readonly claimed_until: Date };

/**
 * Takes up to `limit` due jobs, oldest first, for one lease; no two workers get the same one. Those whose worker let
 * the lease run out, as after a crash, are due again.
 */
export async function claimJobs({ database, chance }: PortalContext, limit: number): Promise<ClaimedJob[]> {
  const now = chance.now();
  const claimedUntil = new Date(now.getTime() + leaseMs);
  const claimed = await database
    .updateTable('job')
    .set((update) => ({ status: 'running', claimed_until: claimedUntil, attempts: update('attempts', '+', 1) }))
    .where('id', 'in', (from) =>
      from
        .selectFrom('job')
        .select('id')
        .where('run_at', '<=', now)
        .where((where) =>
          where.or([
            where('status', '=', 'waiting'),
            where.and([where('status', '=', 'running'), where('claimed_until', '<=', now)]),
          ]),
        )
        .orderBy('run_at')
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
  return claimed
    .map((job) => ({ ...job, claimed_until: claimedUntil }))
    .toSorted((a, b) => a.run_at.getTime() - b.run_at.getTime() || (a.id < b.id ? -1 : 1));
}
