import { openDatabase } from '../../../src-main/cache/open-database.ts';
import { delayDuring, type EventLoopDelay } from './event-loop.ts';
import type { LargePractice } from './large-practice.ts';
import { cacheKey, fileIn, openMeasuredDesk } from './measured-desk.ts';
import { loadRaw } from './raw-load.ts';

/** One first load beside the least that could be done, one after the other. */
export interface LoadPair {
  readonly users: number;
  readonly rawUsers: number;
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly delay: EventLoopDelay;
  readonly rawDelay: EventLoopDelay;
}

/** `place` alternates who goes first, so that neither gains by it. */
export async function measurePair(
  practice: LargePractice,
  url: string,
  folder: string,
  pageThread: string,
  place: number,
): Promise<LoadPair> {
  if (place % 2 === 0) {
    const raw = await measureRaw(practice, url, fileIn(folder, `raw-${place}`));
    return { ...raw, ...(await measureDesk(practice, url, fileIn(folder, `desk-${place}`), pageThread)) };
  }
  const desk = await measureDesk(practice, url, fileIn(folder, `desk-${place}`), pageThread);
  return { ...desk, ...(await measureRaw(practice, url, fileIn(folder, `raw-${place}`))) };
}

async function measureRaw(
  practice: LargePractice,
  url: string,
  file: string,
): Promise<Pick<LoadPair, 'rawUsers' | 'rawSeconds' | 'rawDelay'>> {
  const session = await practice.signIn();
  const opened = openDatabase({ file, key: cacheKey });
  if (!opened.ok) throw new Error(opened.error.code);
  const startedMs = performance.now();
  const { value: rawUsers, ...rawDelay } = await delayDuring(() =>
    loadRaw(opened.value, url, session, practice.organizationId),
  );
  const rawSeconds = (performance.now() - startedMs) / 1000;
  opened.value.close();
  return { rawUsers, rawSeconds, rawDelay };
}

async function measureDesk(
  practice: LargePractice,
  url: string,
  file: string,
  pageThread: string,
): Promise<Pick<LoadPair, 'users' | 'seconds' | 'delay'>> {
  const desk = await openMeasuredDesk({ practice, url, file, pageThread });
  const startedMs = performance.now();
  const { p99Ms, maxMs } = await delayDuring(() => desk.pull());
  const seconds = (performance.now() - startedMs) / 1000;
  const { users } = desk.cache.people.userCounts(practice.organizationId);
  await desk.close();
  return { users, seconds, delay: { p99Ms, maxMs } };
}
