import type { FastifyRequest } from 'fastify';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Caller } from '../handler.ts';
import { hashToken } from '../identity/token.ts';
import { noteFirstUse } from '../identity/note-first-use.ts';

const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/u;

/**
 * Who calls, by `Authorization: Bearer <access token>`; `session_ended` for a token that is unknown, expired, of an
 * ended session or of another portal. The first use of a token is one of the refresh token that it came with.
 */
export async function authenticate(
  { database, chance }: PortalContext,
  request: FastifyRequest,
): Promise<Result<Caller>> {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return fail({ code: 'session_ended' });
  const { portalId } = request.params as { portalId?: string };
  const found = await database
    .selectFrom('access_token')
    .innerJoin('session', 'session.id', 'access_token.session_id')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('refresh_token', 'refresh_token.token_hash', 'access_token.refresh_token_hash')
    .select(['session.id as sessionId', 'account.id as accountId', 'account.portal_id', 'account.email'])
    .select(['account.first_name', 'account.last_name', 'refresh_token.token_hash', 'refresh_token.used_at'])
    .where('access_token.token_hash', '=', hashToken(token))
    .where('access_token.expires_at', '>', chance.now())
    .where('session.ended_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined || found.portal_id !== portalId) return fail({ code: 'session_ended' });
  if (found.used_at === null) {
    const serves = await noteFirstUse(database, chance.now(), found.sessionId, found.token_hash);
    if (!serves) return fail({ code: 'session_ended' });
  }
  return ok({
    sessionId: found.sessionId,
    accountId: found.accountId,
    portalId: found.portal_id,
    name: `${found.first_name} ${found.last_name}`,
    email: found.email,
  });
}
