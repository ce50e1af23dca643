import type { DeskError } from '../../src-shared/errors.ts';
import type { Session } from '../../src-shared/portal-api/identity.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { endSession } from './end-sessions.ts';
import { issueTokens } from './issue-session.ts';
import { hashToken } from './token.ts';

const ended: Result<never, DeskError> = fail({ code: 'session_ended' });

/**
 * Rotates a refresh token. Presenting one again is safe while what it was exchanged for has not been used, as after a
 * lost answer: the unused child is retired and another one issued. Once the child was used, whoever presents the parent
 * is not who used the child, so the whole session ends; likewise for a retired child. `session_ended` for all of it.
 */
export function refreshSession(
  context: PortalContext,
  portalId: string,
  refreshToken: string,
): Promise<Result<Session>> {
  return context.database
    .transaction()
    .execute((transaction) => rotate(transaction, context, portalId, hashToken(refreshToken)));
}

async function rotate(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  portalId: string,
  tokenHash: string,
): Promise<Result<Session>> {
  const now = chance.now();
  const known = await transaction
    .selectFrom('refresh_token')
    .select('session_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (known === undefined) return ended;
  const sessionId = known.session_id;
  // one refresh of a session at a time; whoever waited here sees what the other did
  const session = await transaction
    .selectFrom('session')
    .selectAll()
    .where('id', '=', sessionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const account = await transaction
    .selectFrom('account')
    .selectAll()
    .where('id', '=', session.account_id)
    .executeTakeFirstOrThrow();
  if (session.ended_at !== null || account.portal_id !== portalId) return ended;

  const token = await transaction
    .selectFrom('refresh_token')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow();
  if (token.expires_at <= now) return ended;
  const usedChild = await transaction
    .selectFrom('refresh_token')
    .select('token_hash')
    .where('parent_hash', '=', tokenHash)
    .where('used_at', 'is not', null)
    .executeTakeFirst();
  if (token.replaced_at !== null || usedChild !== undefined) {
    await endSession(transaction, chance, sessionId, 'token-reuse');
    return ended;
  }
  await transaction
    .updateTable('refresh_token')
    .set((update) => ({ used_at: update.fn.coalesce('used_at', update.val(now)) }))
    .where('token_hash', '=', tokenHash)
    .execute();
  await retireChildren(transaction, tokenHash, now);
  return ok(await issueTokens(transaction, chance, account, { sessionId, parentHash: tokenHash }));
}

async function retireChildren(transaction: DatabaseTransaction, parentHash: string, now: Date): Promise<void> {
  const retired = await transaction
    .updateTable('refresh_token')
    .set({ replaced_at: now })
    .where('parent_hash', '=', parentHash)
    .where('replaced_at', 'is', null)
    .returning('token_hash')
    .execute();
  if (retired.length === 0) return;
  const hashes = retired.map(({ token_hash: hash }) => hash);
  await transaction.deleteFrom('access_token').where('refresh_token_hash', 'in', hashes).execute();
}
