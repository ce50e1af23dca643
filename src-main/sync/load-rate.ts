import type { SyncState } from '../../src-shared/ipc/sync.ts';

type Progress = NonNullable<SyncState['progress']>;

/** Tells how fast a first load goes, beside how far it is. */
export type LoadRate = (progress: Pick<Progress, 'loaded' | 'total'> | null) => SyncState['progress'];

/** Before this the first pages say little about those that follow. */
const leastMs = 500;

/**
 * Rows per second since the load began or went on in this run of the app; null before that is known. Each load starts anew,
 * and so does a clock that was set back.
 */
export function createLoadRate(now: () => Date): LoadRate {
  let start: { readonly atMs: number; readonly loaded: number } | null = null;
  return (progress) => {
    if (progress === null) {
      start = null;
      return null;
    }
    const atMs = now().getTime();
    if (start === null || atMs < start.atMs || progress.loaded < start.loaded) {
      start = { atMs, loaded: progress.loaded };
    }
    const spentMs = atMs - start.atMs;
    const rows = progress.loaded - start.loaded;
    const rowsPerSecond = spentMs < leastMs || rows === 0 ? null : Math.round((1000 * rows) / spentMs);
    return { loaded: progress.loaded, total: progress.total, rowsPerSecond };
  };
}
