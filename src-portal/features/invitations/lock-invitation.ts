import type { Selectable } from 'kysely';
import type { DatabaseTransaction } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';

/** The invitation, read under its organization's lock; null when there is none. */
export async function lockInvitation(
  transaction: DatabaseTransaction,
  invitationId: string,
): Promise<Selectable<Schema['invitation']> | null> {
  await transaction
    .selectFrom('organization')
    .select('id')
    .where('id', '=', (invitation) =>
      invitation.selectFrom('invitation').select('organization_id').where('id', '=', invitationId),
    )
    .forUpdate()
    .execute();
  const row = await transaction.selectFrom('invitation').selectAll().where('id', '=', invitationId).executeTakeFirst();
  return row ?? null;
}
