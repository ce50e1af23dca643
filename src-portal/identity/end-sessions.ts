import type { Chance, DatabaseTransaction } from '../context.ts';

/** Why a session is over; kept with it. */
export type SessionEndReason = 'signed-out' | 'revoked' | 'token-reuse' | 'password-changed';

/**
 * Ends every session of the account, or every one but `keptSessionId`: from the commit on none of their tokens is taken.
 */
export async function endSessions(
  transaction: DatabaseTransaction,
  { now }: Pick<Chance, 'now'>,
  accountId: string,
  reason: SessionEndReason,
  keptSessionId: string | null = null,
): Promise<void> {
  let open = transaction
    .updateTable('session')
    .set({ ended_at: now(), end_reason: reason })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  if (keptSessionId !== null) open = open.where('id', '!=', keptSessionId);
  const ended = await open.returning('id').execute();
  await forgetAccessTokens(
    transaction,
    ended.map(({ id }) => id),
  );
}

/** Ends one session. */
export async function endSession(
  transaction: DatabaseTransaction,
  { now }: Pick<Chance, 'now'>,
  sessionId: string,
  reason: SessionEndReason,
): Promise<void> {
  await transaction
    .updateTable('session')
    .set({ ended_at: now(), end_reason: reason })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
  await forgetAccessTokens(transaction, [sessionId]);
}

async function forgetAccessTokens(transaction: DatabaseTransaction, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await transaction
    .deleteFrom('access_token')
    .where('session_id', 'in', [...sessionIds])
    .execute();
}
