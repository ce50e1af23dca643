import type { DatabaseTransaction } from '../context.ts';
import type { JobKind, JobPayload } from './job-kinds.ts';

/** What became of one run of a job. `effect` is carried out in the transaction that notes it. */
export type JobOutcome =
  | { readonly status: 'done'; readonly effect?: Effect }
  /** Failed for good. `reason` holds no personal data: it is logged. */
  | { readonly status: 'failed'; readonly reason: string; readonly effect?: Effect }
  /** Worth another try later; `atLast` is carried out when no try is left. */
  | { readonly status: 'retry'; readonly reason: string; readonly atLast?: Effect };

export type Effect = (transaction: DatabaseTransaction) => Promise<void>;

export interface JobRun {
  /** The same in each try. */
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/**
 * Runs one job, outside any transaction, within its lease of two minutes. A process that dies meanwhile leaves the job
 * to another, so it may run again: what must happen once belongs into `effect`. Throwing counts as `retry`.
 */
export type JobHandler<Kind extends JobKind> = (payload: JobPayload<Kind>, run: JobRun) => Promise<JobOutcome>;

export type JobHandlers = { readonly [Kind in JobKind]: JobHandler<Kind> };
