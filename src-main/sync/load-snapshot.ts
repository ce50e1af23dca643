import type { ErrorCode } from '../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { rowsPerTransaction, type PullJob } from './pull-job.ts';

const recordsPerPage = 1000;

/** The portal cannot go on from where an interrupted load stopped: too much has changed, or its cursors look different now. */
const staleCursor: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['feed_truncated', 'invalid_input']);

/**
 * One page of a first load. Within a page every transaction but the last keeps the cursor that the page was asked with:
 * after a crash the page is asked for again, and rows that are already there do not change. The first page has no cursor
 * to keep and is therefore only one transaction long.
 */
export async function loadSnapshot(pull: PullJob): Promise<Result<'continue' | 'start-over'>> {
  const { feed, connector, organizationId } = pull;
  const before = feed.state(organizationId).snapshot;
  const after = before?.after ?? null;
  const page = await connector.snapshot(organizationId, after, after === null ? rowsPerTransaction : recordsPerPage);
  if (pull.stopped()) return ok('continue');
  if (!page.ok) return after !== null && staleCursor.has(page.error.code) ? ok('start-over') : page;
  const { records, next, total } = page.value;
  if (next !== null && next === after) return fail({ code: 'unexpected_answer' });
  // what changed while the pages were read is in the feed after the first page's position
  const position = before?.position ?? page.value.position;
  let loaded = before?.loaded ?? 0;
  const slices = after === null ? [records] : slicesOf(records);
  for (const [place, slice] of slices.entries()) {
    if (place > 0) await pull.yieldNow();
    if (pull.stopped()) return ok('continue');
    const isLast = place === slices.length - 1;
    feed.applySnapshotPage(organizationId, {
      records: slice,
      next: isLast ? next : after,
      position,
      total,
      loaded: isLast ? (before?.loaded ?? 0) + records.length : (before?.loaded ?? 0),
    });
    loaded += slice.length;
    pull.onRows();
    pull.onProgress(isLast && next === null ? null : { loaded, total: Math.max(total, loaded) });
  }
  await pull.yieldNow();
  return ok('continue');
}

function slicesOf<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.max(1, Math.ceil(rows.length / rowsPerTransaction));
  return Array.from({ length: count }, (_, place) =>
    rows.slice(place * rowsPerTransaction, (place + 1) * rowsPerTransaction),
  );
}
