import type { Session } from '../../src-shared/portal-api/identity.ts';
import type { Chance, DatabaseTransaction } from '../context.ts';
import { accountOf, type AccountRow } from './account-of.ts';
import { hashToken, newToken } from './token.ts';

const accessTokenLifeMs = 10 * 60_000;
/** A session that is not refreshed for this long is over. */
const refreshTokenLifeMs = 30 * 24 * 60 * 60_000;

/** Opens a session on a device, with its first tokens. */
export async function openSession(
  transaction: DatabaseTransaction,
  chance: Chance,
  account: AccountRow,
  device: string,
): Promise<Session> {
  const id = chance.newId();
  await transaction
    .insertInto('session')
    .values({ id, account_id: account.id, device, created_at: chance.now(), ended_at: null, end_reason: null })
    .execute();
  return issueTokens(transaction, chance, account, { sessionId: id, parentHash: null });
}

/** A refresh token, child of the one that asked for it, and an access token that goes with it. */
export async function issueTokens(
  transaction: DatabaseTransaction,
  chance: Chance,
  account: AccountRow,
  { sessionId, parentHash }: { readonly sessionId: string; readonly parentHash: string | null },
): Promise<Session> {
  const now = chance.now();
  const refreshToken = newToken(chance);
  const accessToken = newToken(chance);
  const accessTokenExpiresAt = new Date(now.getTime() + accessTokenLifeMs);
  await transaction
    .insertInto('refresh_token')
    .values({
      token_hash: hashToken(refreshToken),
      session_id: sessionId,
      parent_hash: parentHash,
      created_at: now,
      expires_at: new Date(now.getTime() + refreshTokenLifeMs),
      used_at: null,
      replaced_at: null,
    })
    .execute();
  await transaction
    .insertInto('access_token')
    .values({
      token_hash: hashToken(accessToken),
      session_id: sessionId,
      refresh_token_hash: hashToken(refreshToken),
      expires_at: accessTokenExpiresAt,
    })
    .execute();
  return {
    account: accountOf(account, chance),
    accessToken,
    accessTokenExpiresAt: accessTokenExpiresAt.toISOString(),
    refreshToken,
  };
}
