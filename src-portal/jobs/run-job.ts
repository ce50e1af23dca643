import type { FastifyBaseLogger } from 'fastify';
import { assertNever } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { ClaimedJob } from './claim-jobs.ts';
import type { Effect, JobHandlers, JobOutcome } from './job-handler.ts';
import { isJobKind, jobKinds, type JobKind } from './job-kinds.ts';
import { scheduleNext } from './repeat-job.ts';
import { retryDelayMs, triesAtMost } from './retry-delay.ts';

/** Runs a claimed job once and notes what became of it, unless another worker has taken it over meanwhile. */
export async function runJob(
  context: PortalContext,
  handlers: JobHandlers,
  log: FastifyBaseLogger,
  job: ClaimedJob,
): Promise<void> {
  const outcome = await attempt(handlers, log, job);
  const end = endOf(context, job, outcome);
  if (end.status !== 'done') {
    log.warn({ jobId: job.id, kind: job.kind, attempt: job.attempts, reason: end.last_error }, `job ${end.status}`);
  }
  await context.database.transaction().execute(async (transaction) => {
    const { effect, ...columns } = end;
    const { numUpdatedRows } = await transaction
      .updateTable('job')
      .set({ ...columns, claimed_until: null })
      .where('id', '=', job.id)
      .where('status', '=', 'running')
      .where('claimed_until', '=', job.claimed_until)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await effect?.(transaction);
    if (end.status !== 'waiting') await scheduleNext(transaction, context, job.kind);
  });
}

async function attempt(handlers: JobHandlers, log: FastifyBaseLogger, job: ClaimedJob): Promise<JobOutcome> {
  const { kind } = job;
  if (!isJobKind(kind)) return { status: 'failed', reason: 'unknown kind' };
  try {
    return await handle(handlers, kind, job);
  } catch (error) {
    log.error({ err: error, jobId: job.id, kind: job.kind }, 'job threw');
    return { status: 'retry', reason: 'internal' };
  }
}

const handle = <Kind extends JobKind>(handlers: JobHandlers, kind: Kind, job: ClaimedJob): Promise<JobOutcome> =>
  handlers[kind](jobKinds[kind].parse(job.payload) as Parameters<JobHandlers[Kind]>[0], {
    id: job.id,
    attempt: job.attempts,
  });

interface End {
  readonly status: 'waiting' | 'done' | 'failed';
  readonly last_error: string | null;
  readonly finished_at: Date | null;
  readonly run_at: Date;
  readonly effect?: Effect | undefined;
}

function endOf({ chance }: PortalContext, job: ClaimedJob, outcome: JobOutcome): End & { payload?: string } {
  const now = chance.now();
  // what a finished job carried may be personal, and nobody needs it any more
  const over = { finished_at: now, run_at: job.run_at, payload: '{}' };
  switch (outcome.status) {
    case 'done':
      return { ...over, status: 'done', last_error: null, effect: outcome.effect };
    case 'failed':
      return { ...over, status: 'failed', last_error: outcome.reason, effect: outcome.effect };
    case 'retry':
      if (job.attempts >= triesAtMost) {
        return { ...over, status: 'failed', last_error: outcome.reason, effect: outcome.atLast };
      }
      return {
        status: 'waiting',
        last_error: outcome.reason,
        finished_at: null,
        run_at: new Date(now.getTime() + retryDelayMs(chance, job.attempts)),
      };
    default:
      return assertNever(outcome);
  }
}
