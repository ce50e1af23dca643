import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PageWriter } from '../cache/cache.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { createPace, type Pace } from './pace.ts';
import type { PullJob } from './pull-job.ts';
import { createSnapshotPages } from './snapshot-pages.ts';

const changesPerPage = 500;
/** Fresh loads within one pull, after which the portal contradicts itself. */
const maxRestarts = 2;

/**
 * Brings the cached rows up to the portal's: a first load where there was none, resumed where it was interrupted, then
 * the change feed to its end. A feed that no longer reaches back far enough, or has a gap, leads to a fresh load; the
 * outbox is not touched by that. `interrupted` when it was ended early; the next pull goes on from there.
 */
export async function pullOrganization(pull: PullJob): Promise<Result<'complete' | 'interrupted'>> {
  const opened: { writer: PageWriter | null } = { writer: null };
  try {
    return await pullWith(pull, () => (opened.writer ??= pull.feed.openPageWriter()));
  } finally {
    opened.writer?.close();
  }
}

async function pullWith(pull: PullJob, writer: () => PageWriter): Promise<Result<'complete' | 'interrupted'>> {
  const { feed, organizationId } = pull;
  const pages = createSnapshotPages(pull);
  const pace = createPace(pull.now);
  let restarts = 0;
  do {
    const { position, snapshot } = feed.state(organizationId);
    const step =
      position === null || snapshot !== null
        ? await loadSnapshot(pull, pages, pace, writer)
        : await followFeed(pull, position, pace);
    if (!step.ok) return step;
    if (step.value === 'complete') {
      feed.markSynced(organizationId, pull.now().toISOString());
      return ok('complete');
    }
    if (step.value === 'start-over') {
      restarts += 1;
      if (restarts > maxRestarts) return fail({ code: 'unexpected_answer' });
      feed.restart(organizationId);
    }
  } while (!pull.stopped() && !pull.interrupted());
  return ok('interrupted');
}

/** One page of the feed. */
async function followFeed(
  pull: PullJob,
  position: number,
  pace: Pace,
): Promise<Result<'complete' | 'continue' | 'start-over'>> {
  const { feed, connector, organizationId } = pull;
  const page = await connector.changes(organizationId, position, changesPerPage);
  if (pull.stopped()) return ok('continue');
  if (!page.ok) return page.error.code === 'feed_truncated' ? ok('start-over') : page;
  const { changes, more } = page.value;
  let written = 0;
  while (written < changes.length) {
    if (written > 0) await pull.yieldNow();
    if (pull.stopped()) return ok('continue');
    const slice = changes.slice(written, written + pace.rows());
    if (pace.timed(() => feed.applyChanges(organizationId, slice)) === 'gap') return ok('start-over');
    written += slice.length;
    pull.onRows();
  }
  if (!more) return ok('complete');
  // a feed that promises more and gives nothing would be asked for ever
  if (feed.state(organizationId).position === position) return fail({ code: 'unexpected_answer' });
  await pull.yieldNow();
  return ok('continue');
}
