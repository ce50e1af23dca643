import type { Database, DatabaseTransaction } from '../context.ts';

/** One refresh or first use of a session at a time; whoever waited here sees what the other did. */
export const lockSession = (transaction: DatabaseTransaction, sessionId: string) =>
  transaction.selectFrom('session').selectAll().where('id', '=', sessionId).forUpdate().executeTakeFirstOrThrow();

/**
 * Notes the first use of a refresh token, or of an access token that came with it. Of tokens that one parent was exchanged
 * for, after answers that were lost or late, only the one that is used first serves; the others are retired with it. False for
 * one that was retired before.
 */
export function noteFirstUse(database: Database, now: Date, sessionId: string, tokenHash: string): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await lockSession(transaction, sessionId);
    return markUsed(transaction, now, tokenHash);
  });
}

/** Like `noteFirstUse`, where the session is locked already. */
export async function markUsed(transaction: DatabaseTransaction, now: Date, tokenHash: string): Promise<boolean> {
  const used = await transaction
    .updateTable('refresh_token')
    .set((update) => ({ used_at: update.fn.coalesce('used_at', update.val(now)) }))
    .where('token_hash', '=', tokenHash)
    .where('replaced_at', 'is', null)
    .returning('parent_hash')
    .executeTakeFirst();
  if (used === undefined) return false;
  if (used.parent_hash !== null) await retireSiblings(transaction, now, tokenHash, used.parent_hash);
  return true;
}

async function retireSiblings(
  transaction: DatabaseTransaction,
  now: Date,
  tokenHash: string,
  parentHash: string,
): Promise<void> {
  const retired = await transaction
    .updateTable('refresh_token')
    .set({ replaced_at: now })
    .where('parent_hash', '=', parentHash)
    .where('token_hash', '!=', tokenHash)
    .where('replaced_at', 'is', null)
    .returning('token_hash')
    .execute();
  if (retired.length === 0) return;
  const hashes = retired.map(({ token_hash: hash }) => hash);
  await transaction.deleteFrom('access_token').where('refresh_token_hash', 'in', hashes).execute();
}
