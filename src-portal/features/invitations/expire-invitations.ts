import type { Selectable } from 'kysely';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { appendChange } from '../changes/append-change.ts';
import { changeInvitation } from './change-invitation.ts';
import { lockInvitation } from './lock-invitation.ts';

const batch = 500;

/**
 * Housekeeping: closes invitations that were sent and not accepted within their seven days. One transaction for each,
 * so that no organization's lock is held for long. Answers how many were closed; a full batch of 500 means that there
 * may be more.
 */
export async function expireInvitations(context: PortalContext): Promise<number> {
  const due = await context.database
    .selectFrom('invitation')
    .select('id')
    .where('status', '=', 'sent')
    .where('expires_at', '<=', context.chance.now())
    .orderBy('expires_at')
    .limit(batch)
    .execute();
  let expired = 0;
  for (const { id } of due) {
    const done = await context.database.transaction().execute(async (transaction) => {
      const invitation = await lockInvitation(transaction, id);
      // somebody may have decided otherwise since it was listed
      if (invitation?.status !== 'sent' || invitation.expires_at > context.chance.now()) return false;
      await expireInvitation(transaction, context, invitation);
      return true;
    });
    if (done) expired += 1;
  }
  return expired;
}

/** Closes one invitation. The organization's lock is held by the caller. */
export async function expireInvitation(
  transaction: DatabaseTransaction,
  context: PortalContext,
  invitation: Selectable<Schema['invitation']>,
): Promise<void> {
  const entity = await changeInvitation(transaction, invitation, { status: 'expired' }, null, context.chance.now());
  await appendChange(transaction, context, invitation.organization_id, { kind: 'invitation', entity });
}
