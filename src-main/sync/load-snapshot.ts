import type { ErrorCode } from '../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PageWriter } from '../cache/cache.ts';
import type { Pace } from './pace.ts';
import type { PullJob } from './pull-job.ts';
import type { SnapshotPages } from './snapshot-pages.ts';

const recordsPerPage = 500;

/** The portal cannot go on from where an interrupted load stopped: too much has changed, or its cursors look different now. */
const staleCursor: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['feed_truncated', 'invalid_input']);

/**
 * One page of a first load, in one transaction with the cursor of the next: after a crash the load goes on there. The first
 * page is short, so that something is on the screen soon; the others are written by `writer` while the next one is on its way.
 */
export async function loadSnapshot(
  pull: PullJob,
  pages: SnapshotPages,
  pace: Pace,
  writer: () => PageWriter,
): Promise<Result<'continue' | 'start-over'>> {
  const { feed, organizationId } = pull;
  const before = feed.state(organizationId).snapshot;
  const after = before?.after ?? null;
  const answer = await pages.take(after, after === null ? pace.rows() : recordsPerPage);
  if (pull.stopped()) return ok('continue');
  if (!answer.ok) return after !== null && staleCursor.has(answer.error.code) ? ok('start-over') : answer;
  const { records, next, total } = answer.value;
  if (next !== null && next === after) return fail({ code: 'unexpected_answer' });
  // taking the answer apart was a turn's work of its own
  await pull.yieldNow();
  if (pull.stopped()) return ok('continue');
  const loaded = (before?.loaded ?? 0) + records.length;
  // what changed while the pages were read is in the feed after the first page's position
  const page = { records, next, position: before?.position ?? answer.value.position, total, loaded };
  if (next !== null && !pull.interrupted()) pages.askAhead(next, recordsPerPage);
  if (after === null) {
    pace.timed(() => {
      feed.applySnapshotPage(organizationId, page);
    });
  } else {
    const written = await writer().write(organizationId, after, page);
    if (!written.ok) return written;
    if (written.value === 'overtaken') return ok('continue');
  }
  if (pull.stopped()) return ok('continue');
  pull.onRows();
  pull.onProgress(next === null ? null : { loaded, total: Math.max(total, loaded) });
  await pull.yieldNow();
  return ok('continue');
}
