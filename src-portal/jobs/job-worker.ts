import type { FastifyBaseLogger } from 'fastify';
import type { PortalContext } from '../context.ts';
import { claimJobs } from './claim-jobs.ts';
import type { JobHandlers } from './job-handler.ts';
import { runJob } from './run-job.ts';

const atOnce = 4;
const pollMs = 1_000;

export interface JobWorker {
  /** Looks for due jobs from now on. */
  start(): void;
  /** Looks at once: something may have been enqueued. */
  wake(): void;
  /** Takes no more jobs; resolves when those taken are finished. */
  stop(): Promise<void>;
  /** Runs what is due until nothing is. */
  runDueJobs(): Promise<void>;
}

/** Runs jobs of the table `job`, a few at once; any number of instances may have one. */
export function createJobWorker(context: PortalContext, handlers: JobHandlers, log: FastifyBaseLogger): JobWorker {
  let timer: NodeJS.Timeout | null = null;
  let round: Promise<void> | null = null;
  let isStarted = false;
  let isWoken = false;

  /** Answers whether there was anything to run. A job that cannot be noted is left to the end of its lease. */
  async function runBatch(): Promise<boolean> {
    const jobs = await claimJobs(context, atOnce);
    const results = await Promise.allSettled(jobs.map((job) => runJob(context, handlers, log, job)));
    for (const result of results) {
      if (result.status === 'rejected') log.error({ err: result.reason }, 'job could not be noted');
    }
    return jobs.length > 0;
  }

  async function runDueJobs(): Promise<void> {
    while (await runBatch());
  }

  function look(): void {
    if (!isStarted) return;
    if (round !== null) {
      isWoken = true;
      return;
    }
    if (timer !== null) clearTimeout(timer);
    isWoken = false;
    round = oneRound().finally(() => {
      round = null;
      if (!isStarted) return;
      timer = setTimeout(look, isWoken ? 0 : pollMs);
    });
  }

  async function oneRound(): Promise<void> {
    try {
      while (isStarted && (await runBatch()));
    } catch (error) {
      log.error({ err: error }, 'jobs could not be claimed');
    }
  }

  return {
    start() {
      isStarted = true;
      look();
    },
    wake: look,
    async stop() {
      isStarted = false;
      if (timer !== null) clearTimeout(timer);
      await round;
    },
    runDueJobs,
  };
}
