import type { FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';

/**
 * Puts the entity, as it now is, at the end of the organization's feed and tells the listeners.
 * The organization's row stays locked until the transaction ends, so positions are gapless and in commit order.
 * Answers the change's position.
 */
export function appendChange(
  transaction: DatabaseTransaction,
  context: PortalContext,
  organizationId: string,
  record: FeedRecord,
): Promise<number> {
  return append(transaction, context, organizationId, {
    op: 'put',
    kind: record.kind,
    entity_id: record.entity.id,
    entity: JSON.stringify(record.entity),
  });
}

/** Like `appendChange`, for an entity that is no longer shown. */
export function appendDeletion(
  transaction: DatabaseTransaction,
  context: PortalContext,
  organizationId: string,
  kind: RecordKind,
  id: string,
): Promise<number> {
  return append(transaction, context, organizationId, { op: 'delete', kind, entity_id: id, entity: null });
}

async function append(
  transaction: DatabaseTransaction,
  context: PortalContext,
  organizationId: string,
  change: { op: 'put' | 'delete'; kind: RecordKind; entity_id: string; entity: string | null },
): Promise<number> {
  const { feed_position: position } = await transaction
    .updateTable('organization')
    .set((organization) => ({ feed_position: organization('feed_position', '+', 1) }))
    .where('id', '=', organizationId)
    .returning('feed_position')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('change')
    .values({ organization_id: organizationId, position, created_at: context.chance.now(), ...change })
    .execute();
  await context.hints.publish(transaction, { hint: { about: 'organization', organizationId, position } });
  return position;
}
