import { Worker } from 'node:worker_threads';
import type { DeskError } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PageOutcome, PageWriter, SnapshotPage } from '../cache.ts';
import type { SharedRightOfWay } from '../right-of-way.ts';
import { storageFailure } from '../storage-failure.ts';
import type { FeedWriter } from './feed-repository.ts';

/** What the thread is started with. */
export interface PageThreadSettings {
  readonly file: string;
  readonly key: string;
  readonly rightOfWay: SharedRightOfWay;
}

interface PageToWrite {
  readonly organizationId: string;
  readonly after: string;
  readonly page: SnapshotPage;
}

export type ToPageThread = PageToWrite | 'end';
/** Answers come in the order of the pages. */
export type WrittenPage =
  { readonly outcome: PageOutcome } | { readonly failure: DeskError } | { readonly bug: string };

interface Job extends PageToWrite {
  settle(result: Result<PageOutcome>): void;
  reject(bug: Error): void;
}

export interface PageWriters {
  open(): PageWriter;
  /** Ends the thread, in the midst of a page if need be: then nothing of the page is there. */
  close(): void;
}

export interface PageWritersSettings extends PageThreadSettings {
  /** The built program of the thread; null writes on the caller's own. */
  readonly program: string | null;
  /** What the caller's thread writes with. */
  readonly feed: FeedWriter;
  /** Called with false when the first writer opens, with true when the last one has closed. */
  readonly moveLogHere: (here: boolean) => void;
}

/**
 * The writers of a cache share one thread, which is there while one of them is open. Where no thread can be had, or it is
 * lost, the pages are written on the caller's.
 */
export function pageWriters({ program, feed, moveLogHere, ...settings }: PageWritersSettings): PageWriters {
  let thread: Worker | null = null;
  let writers = 0;
  let isClosed = false;
  const jobs: Job[] = [];

  function start(): void {
    if (program === null) return;
    const started = new Worker(program, { workerData: settings satisfies PageThreadSettings, name: 'page-thread' });
    thread = started;
    // whoever waits for a page keeps the process
    started.unref();
    started.on('message', (written: WrittenPage) => {
      const job = jobs.shift();
      if (job === undefined) return;
      if ('outcome' in written) job.settle(ok(written.outcome));
      else if ('failure' in written) job.settle(fail(written.failure));
      else job.reject(new Error(written.bug));
    });
    // it ends after that; what it had is done here
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (thread !== started) return;
      thread = null;
      for (const job of jobs.splice(0)) writeHere(job);
    });
    moveLogHere(false);
  }

  function end(): void {
    moveLogHere(true);
    thread?.postMessage('end' satisfies ToPageThread);
    thread = null;
  }

  function writeHere({ organizationId, after, page, settle, reject }: Job): void {
    // nobody waits for a page any more whose cache was closed
    if (isClosed) {
      settle(ok('overtaken'));
      return;
    }
    try {
      const outcome = feed.continueSnapshot(organizationId, after, page);
      feed.checkpointWhenDue();
      settle(ok(outcome));
    } catch (error) {
      const failure = storageFailure(error);
      if (failure === null) reject(error as Error);
      else settle(fail(failure));
    }
  }

  return {
    open() {
      if (writers === 0) start();
      writers += 1;
      let isOpen = true;
      return {
        write(organizationId, after, page) {
          return new Promise((settle, reject) => {
            const job: Job = { organizationId, after, page, settle, reject };
            if (thread === null) {
              writeHere(job);
              return;
            }
            jobs.push(job);
            thread.postMessage({ organizationId, after, page } satisfies ToPageThread);
          });
        },
        close() {
          if (!isOpen) return;
          isOpen = false;
          writers -= 1;
          if (writers === 0 && !isClosed) end();
        },
      };
    },
    close() {
      isClosed = true;
      void thread?.terminate();
      thread = null;
      for (const job of jobs.splice(0)) writeHere(job);
    },
  };
}
