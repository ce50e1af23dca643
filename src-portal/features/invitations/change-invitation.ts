import type { Selectable, Updateable } from 'kysely';
import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import type { DatabaseTransaction } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { readInvitation } from './read-invitation.ts';

type Changes = Pick<Updateable<Schema['invitation']>, 'status' | 'failure' | 'failure_detail' | 'expires_at'>;

/** Who decided a change; null for the portal itself (deliveries, expiry). */
export interface Decider {
  readonly accountId: string;
  readonly name: string;
}

/** Writes the changes, raises the version by one, and answers the invitation as it is now. */
export async function changeInvitation(
  transaction: DatabaseTransaction,
  invitation: Selectable<Schema['invitation']>,
  changes: Changes,
  decider: Decider | null,
  at: Date,
): Promise<Invitation> {
  const version = invitation.version + 1;
  await transaction
    .updateTable('invitation')
    .set({
      ...changes,
      version,
      changed_at: at,
      changed_by: decider?.name ?? null,
      ...(decider !== null && { decision_version: version, decided_by: decider.accountId }),
    })
    .where('id', '=', invitation.id)
    .execute();
  return readInvitation(transaction, invitation.id);
}
