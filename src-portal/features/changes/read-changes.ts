import { z } from 'zod';
import { changeSchema, type Change, type changeRoutes } from '../../../src-shared/portal-api/changes.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { findFeedViewer } from './feed-viewer.ts';
import { readOrganization } from './read-organization.ts';

/**
 * The changes after a position, oldest first and without a gap. Somebody who does not see the organization's people is
 * shown the organization in place of each change to them, so that positions stay gapless for everybody.
 * `feed_truncated` when `after` lies before what is served, or beyond the feed's end (the portal was restored from a
 * backup): take a fresh snapshot.
 */
export async function readChanges(
  context: PortalContext,
  caller: Caller,
  organizationId: string,
  query: { readonly after: number; readonly limit: number },
): Promise<Result<RouteAnswer<typeof changeRoutes.changes>>> {
  const { database } = context;
  const viewer = await findFeedViewer(database, caller, organizationId);
  if (!viewer.ok) return viewer;
  const { floor, position, seesPeople } = viewer.value;
  if (query.after < floor || query.after > position) return fail({ code: 'feed_truncated' });
  const rows = await database
    .selectFrom('change')
    .select(['position', 'op', 'kind', 'entity_id', 'entity'])
    .where('organization_id', '=', organizationId)
    .where('position', '>', query.after)
    // what came later may belong to other rights than those that were just read
    .where('position', '<=', position)
    .orderBy('position')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const more = rows.length > query.limit;
  if (seesPeople) return ok({ changes: pageSchema.parse(page.map(toChange)), more });
  if (page.length === 0) return ok({ changes: [], more });
  const organization = { kind: 'organization', entity: await readOrganization(database, organizationId) } as const;
  const changes = page.map((row): Change => ({
    position: row.position,
    change: { op: 'put', record: organization },
  }));
  return ok({ changes, more });
}

const pageSchema = z.array(changeSchema);

const toChange = (row: {
  position: number;
  op: 'put' | 'delete';
  kind: string;
  entity_id: string;
  entity: object | null;
}) => ({
  position: row.position,
  change:
    row.op === 'put'
      ? { op: row.op, record: { kind: row.kind, entity: row.entity } }
      : { op: row.op, kind: row.kind, id: row.entity_id },
});
