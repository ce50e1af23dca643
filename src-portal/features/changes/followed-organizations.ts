import type { Database } from '../../context.ts';
import type { Caller } from '../../handler.ts';

/**
 * The organizations whose growth the caller's devices are told of, those of their active memberships, each with the
 * end of its feed. Null once the session has ended.
 */
export async function followedOrganizations(
  database: Database,
  caller: Caller,
): Promise<ReadonlyMap<string, number> | null> {
  const session = await database
    .selectFrom('session')
    .select('id')
    .where('id', '=', caller.sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (session === undefined) return null;
  const rows = await database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.id', 'organization.feed_position'])
    .where('membership.account_id', '=', caller.accountId)
    .where('membership.status', '=', 'active')
    .execute();
  return new Map(rows.map((row) => [row.id, row.feed_position]));
}
