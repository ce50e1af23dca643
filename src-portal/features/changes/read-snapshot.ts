import { invalidInput } from '../../../src-shared/errors.ts';
import type { changeRoutes, FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import { recordKinds } from '../../../src-shared/portal-api/changes.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { findFeedViewer, type FeedViewer } from './feed-viewer.ts';
import { formatCursor, parseCursor, type SnapshotCursor } from './snapshot-cursor.ts';
import { countRecords, readRecords } from './snapshot-records.ts';

/**
 * One page of all records, by kind and id. Pages are read at different moments: what changed in between is in the feed
 * after `position`, the feed's end when the first page was read, so following it from there makes the whole exact.
 * `feed_truncated` when that position is no longer served; `invalid_input` for an `after` that is not one of ours.
 */
export async function readSnapshot(
  context: PortalContext,
  caller: Caller,
  organizationId: string,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Result<RouteAnswer<typeof changeRoutes.snapshot>>> {
  const { database } = context;
  const viewer = await findFeedViewer(database, caller, organizationId);
  if (!viewer.ok) return viewer;
  const cursor = query.after === undefined ? null : parseCursor(query.after);
  if (cursor === null && query.after !== undefined) {
    return fail(invalidInput([{ path: 'after', code: 'invalid_format' }]));
  }
  if (cursor !== null && cursor.position < viewer.value.floor) return fail({ code: 'feed_truncated' });

  const kinds = kindsFor(viewer.value);
  const position = cursor?.position ?? viewer.value.position;
  const total = cursor?.total ?? (await countRecords(database, organizationId, kinds));
  const records = await readPage(database, organizationId, kinds, cursor, query.limit + 1);
  const page = records.slice(0, query.limit);
  const last = page.at(-1);
  const more = records.length > query.limit && last !== undefined;
  return ok({
    records: page,
    next: more ? formatCursor({ position, total, kind: last.kind, id: last.entity.id }) : null,
    position,
    total,
  });
}

const kindsFor = (viewer: FeedViewer): readonly RecordKind[] => (viewer.seesPeople ? recordKinds : ['organization']);

async function readPage(
  database: Database,
  organizationId: string,
  kinds: readonly RecordKind[],
  cursor: SnapshotCursor | null,
  limit: number,
): Promise<FeedRecord[]> {
  const records: FeedRecord[] = [];
  for (const kind of cursor === null ? kinds : kinds.slice(kinds.indexOf(cursor.kind))) {
    const after = kind === cursor?.kind ? cursor.id : null;
    records.push(...(await readRecords(database, organizationId, kind, after, limit - records.length)));
    if (records.length === limit) break;
  }
  return records;
}
