import type { Chance, JobQueue } from '../context.ts';
import { isJobKind, jobKinds } from './job-kinds.ts';

/** Keeps jobs in the table `job`. Throws for a kind or a payload that is not in the catalogue. */
export const createJobQueue = (chance: Chance): JobQueue => ({
  async enqueue(transaction, kind, payload, runAt) {
    if (!isJobKind(kind)) throw new Error(`No job is called ${kind}`);
    const now = chance.now();
    await transaction
      .insertInto('job')
      .values({
        id: chance.newId(),
        kind,
        payload: JSON.stringify(jobKinds[kind].parse(payload)),
        run_at: runAt ?? now,
        created_at: now,
        claimed_until: null,
        last_error: null,
        finished_at: null,
      })
      .execute();
  },
});
