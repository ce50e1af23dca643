import type { PortalContext } from '../../context.ts';

/**
 * Housekeeping: forgets an organization's changes from before `keepFrom`. Devices that had not followed so far take a
 * fresh snapshot. Answers the feed's new floor.
 */
export function truncateFeed(context: PortalContext, organizationId: string, keepFrom: Date): Promise<number> {
  return context.database.transaction().execute(async (transaction) => {
    const { feed_floor: floor } = await transaction
      .selectFrom('organization')
      .select('feed_floor')
      .where('id', '=', organizationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { last } = await transaction
      .selectFrom('change')
      .select(({ fn }) => fn.max('position').as('last'))
      .where('organization_id', '=', organizationId)
      .where('created_at', '<', keepFrom)
      .executeTakeFirstOrThrow();
    if (last === null) return floor;
    await transaction
      .deleteFrom('change')
      .where('organization_id', '=', organizationId)
      .where('position', '<=', last)
      .execute();
    await transaction.updateTable('organization').set({ feed_floor: last }).where('id', '=', organizationId).execute();
    return last;
  });
}

/** How long a device may be away and still follow the feed instead of taking a fresh snapshot. */
export const feedKeptMs = 90 * 24 * 60 * 60_000;

/** Truncates every feed that holds changes of more than 90 days ago, and tells how many there were. */
export async function truncateFeeds(context: PortalContext): Promise<number> {
  const keepFrom = new Date(context.chance.now().getTime() - feedKeptMs);
  const old = await context.database
    .selectFrom('change')
    .select('organization_id')
    .distinct()
    .where('created_at', '<', keepFrom)
    .execute();
  for (const { organization_id: organizationId } of old) await truncateFeed(context, organizationId, keepFrom);
  return old.length;
}
