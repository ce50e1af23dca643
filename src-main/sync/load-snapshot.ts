import type { ErrorCode } from '../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Pace } from './pace.ts';
import type { PullJob } from './pull-job.ts';
import type { SnapshotPages } from './snapshot-pages.ts';

const recordsPerPage = 500;

/** The portal cannot go on from where an interrupted load stopped: too much has changed, or its cursors look different now. */
const staleCursor: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['feed_truncated', 'invalid_input']);

/**
 * One page of a first load, while the next one is on its way. Within a page every transaction but the last keeps the
 * cursor that the page was asked with: after a crash the page is asked for again, and rows that are already there do not
 * change. The first page has no cursor to keep and is therefore only one transaction long.
 */
export async function loadSnapshot(
  pull: PullJob,
  pages: SnapshotPages,
  pace: Pace,
): Promise<Result<'continue' | 'start-over'>> {
  const { feed, organizationId } = pull;
  const before = feed.state(organizationId).snapshot;
  const after = before?.after ?? null;
  const page = await pages.take(after, after === null ? pace.rows() : recordsPerPage);
  if (pull.stopped()) return ok('continue');
  if (!page.ok) return after !== null && staleCursor.has(page.error.code) ? ok('start-over') : page;
  const { records, next, total } = page.value;
  if (next !== null && next === after) return fail({ code: 'unexpected_answer' });
  // what changed while the pages were read is in the feed after the first page's position
  const position = before?.position ?? page.value.position;
  const loadedBefore = before?.loaded ?? 0;
  let written = 0;
  do {
    // taking the answer apart was a turn's work of its own
    await pull.yieldNow();
    if (pull.stopped()) return ok('continue');
    const slice = after === null ? records : records.slice(written, written + pace.rows());
    const isFirst = written === 0;
    written += slice.length;
    const isLast = written === records.length;
    pace.timed(() => {
      feed.applySnapshotPage(organizationId, {
        records: slice,
        next: isLast ? next : after,
        position,
        total,
        loaded: isLast ? loadedBefore + written : loadedBefore,
      });
    });
    if (isFirst && next !== null && !pull.interrupted()) pages.askAhead(next, recordsPerPage);
    pull.onRows();
    const loaded = loadedBefore + written;
    pull.onProgress(isLast && next === null ? null : { loaded, total: Math.max(total, loaded) });
  } while (written < records.length);
  await pull.yieldNow();
  if (!pull.stopped()) feed.checkpointWhenDue();
  return ok('continue');
}
