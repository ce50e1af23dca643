import fs from 'node:fs';
import { v7 } from 'uuid';
import { vi } from 'vitest';
import { openDatabase } from '../../../src-main/cache/open-database.ts';
import type { LargePractice } from './large-practice.ts';
import { cacheKey, logBytes, openMeasuredDesk, type MeasuredDesk } from './measured-desk.ts';

/** What it takes a desk that has everything to hear of one change. */
export interface CostOfChange {
  readonly requests: number;
  readonly bytes: number;
  /** Of the file and its log, by a desk that has just been opened and remembers none of them. */
  readonly pagesRead: number;
  readonly pagesWritten: number;
}

const pageBytes = 4096;
/** A page in the write-ahead log has a header, and so has the log. */
const frameBytes = pageBytes + 24;

/**
 * Revokes and restores one user, and pulls each time on a freshly opened desk. What most pulls take: some of them also
 * tidy up the search index after many.
 */
export async function measureChange(
  practice: LargePractice,
  url: string,
  file: string,
  pageThread: string,
  changes: number,
): Promise<CostOfChange> {
  const loading = await openMeasuredDesk({ practice, url, file, pageThread });
  await loading.pull();
  await loading.close();
  const costs: CostOfChange[] = [];
  let version = practice.userVersion;
  for (let change = 0; change < changes; change += 1) {
    const desk = await openMeasuredDesk({ practice, url, file, pageThread, counts: true });
    version = await decide(desk, practice, version, change % 2 === 0 ? 'revoke-user' : 'restore-user');
    await emptyLog(file);
    const before = { ...desk.traffic };
    const reads = countReads(desk);
    await desk.pull();
    costs.push({
      requests: desk.traffic.requests - before.requests,
      bytes: desk.traffic.bytes - before.bytes,
      pagesRead: Math.round(reads() / pageBytes),
      pagesWritten: Math.floor(logBytes(file) / frameBytes),
    });
    await desk.close();
  }
  const middle = (pick: (cost: CostOfChange) => number): number =>
    costs.map(pick).toSorted((one, other) => one - other)[Math.floor(costs.length / 2)] ?? Number.NaN;
  return {
    requests: middle(({ requests }) => requests),
    bytes: middle(({ bytes }) => bytes),
    pagesRead: middle(({ pagesRead }) => pagesRead),
    pagesWritten: middle(({ pagesWritten }) => pagesWritten),
  };
}

async function decide(
  desk: MeasuredDesk,
  { organizationId, userId }: LargePractice,
  baseVersion: number,
  kind: 'revoke-user' | 'restore-user',
): Promise<number> {
  const intent =
    kind === 'revoke-user'
      ? ({ kind, subjectId: userId, payload: { reason: null } } as const)
      : ({ kind, subjectId: userId, payload: {} } as const);
  const decidedAt = new Date().toISOString();
  const answer = await desk.connector.submit({ id: v7(), organizationId, baseVersion, decidedAt, intent });
  if (!answer.ok || answer.value.status !== 'applied') throw new Error(JSON.stringify(answer));
  return answer.value.version;
}

/** Moves everything into the file and cuts the log to nothing, as soon as nobody else is at it. */
const emptyLog = (file: string): Promise<void> =>
  vi.waitFor(() => {
    const opened = openDatabase({ file, key: cacheKey });
    if (!opened.ok) throw new Error(opened.error.code);
    opened.value.pragma('wal_checkpoint(truncate)');
    opened.value.close();
    if (logBytes(file) !== 0) throw new Error('The log was not emptied');
  }, 10_000);

/**
 * Counts the bytes that this process reads from here on while the desk is at its cache, and nothing else: its calls do
 * not wait, so nothing runs beside them.
 */
function countReads({ cache }: MeasuredDesk): () => number {
  let bytes = 0;
  const { feed } = cache;
  const own = -readSoFar() + readSoFar();
  const counted =
    <Input extends unknown[], Answer>(work: (...input: Input) => Answer) =>
    (...input: Input): Answer => {
      const before = readSoFar();
      const answer = work(...input);
      bytes += readSoFar() - before - own;
      return answer;
    };
  Object.assign(feed, {
    state: counted(feed.state),
    applyChanges: counted(feed.applyChanges),
    markSynced: counted(feed.markSynced),
  });
  return () => bytes;
}

const readSoFar = (): number => Number(/^rchar: (\d+)$/mu.exec(fs.readFileSync('/proc/self/io', 'utf8'))?.[1]);
