import type { DeskError } from '../../src-shared/errors.ts';
import type { Session } from '../../src-shared/portal-api/identity.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { endSession } from './end-sessions.ts';
import { issueTokens } from './issue-session.ts';
import { hashToken } from './token.ts';
import { lockSession, markUsed } from './note-first-use.ts';

const ended: Result<never, DeskError> = fail({ code: 'session_ended' });

/** How long a spent token that comes back is taken for a request that was late, not for a thief's. */
export const lateRequestMs = 60_000;

/**
 * Rotates a refresh token. Presenting one again is safe while nothing that it was exchanged for has been used, as after a
 * lost answer: another one is issued, and the one that is used first serves. Once one was used, the token is spent, and so
 * are the others. A spent one that comes back within a minute is refused: a request can arrive after its sender has given
 * up and gone on. Later somebody else holds it, so the whole session ends. `session_ended` for all of it.
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
  const session = await lockSession(transaction, sessionId);
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
  const spentAt = token.replaced_at ?? (await childUsedAt(transaction, tokenHash));
  if (spentAt !== null) {
    const isLate = now.getTime() - spentAt.getTime() < lateRequestMs;
    if (!isLate) await endSession(transaction, chance, sessionId, 'token-reuse');
    return ended;
  }
  await markUsed(transaction, now, tokenHash);
  return ok(await issueTokens(transaction, chance, account, { sessionId, parentHash: tokenHash }));
}

async function childUsedAt(transaction: DatabaseTransaction, tokenHash: string): Promise<Date | null> {
  const child = await transaction
    .selectFrom('refresh_token')
    .select('used_at')
    .where('parent_hash', '=', tokenHash)
    .where('used_at', 'is not', null)
    .executeTakeFirst();
  return child?.used_at ?? null;
}
