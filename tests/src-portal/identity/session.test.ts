import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/domain/account.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';
import { endSessions } from '../../../src-portal/identity/end-sessions.ts';
import { lateRequestMs } from '../../../src-portal/identity/refresh-session.ts';
import { callPortal } from '../call-portal.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const ended = { status: 401, body: { error: { code: 'session_ended' } } };

describe('a session', () => {
  let portal: PortalFixture;
  let account: Account;
  let session: Session;

  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  beforeEach(async () => {
    account = await portal.addAccount();
    session = await portal.session(account.id);
  });
  afterAll(() => portal.close());

  const use = (accessToken: string) => callPortal(portal, 'GET', '/account', { token: accessToken });
  const refresh = (refreshToken: string) => callPortal(portal, 'POST', '/sessions/refresh', { body: { refreshToken } });
  const refreshed = async (refreshToken: string): Promise<Session> => {
    const answer = await refresh(refreshToken);
    expect(answer.status).toBe(200);
    return answer.body as unknown as Session;
  };
  const endReason = async () => {
    const row = await portal.context.database
      .selectFrom('session')
      .select('end_reason')
      .where('account_id', '=', account.id)
      .executeTakeFirstOrThrow();
    return row.end_reason;
  };

  test('keeps hashes of its tokens, never the tokens', async () => {
    const { database } = portal.context;
    const stored = JSON.stringify([
      await database.selectFrom('refresh_token').selectAll().execute(),
      await database.selectFrom('access_token').selectAll().execute(),
    ]);
    expect(stored).not.toContain(session.accessToken);
    expect(stored).not.toContain(session.refreshToken);
    expect(session.accessToken).toMatch(/^[A-Za-z0-9_-]{43}$/u);
  });

  test('takes an access token for ten minutes, at its own portal', async () => {
    expect((await use(session.accessToken)).status).toBe(200);
    portal.chance.advance(10 * 60_000 - 1);
    expect((await use(session.accessToken)).status).toBe(200);
    portal.chance.advance(1);
    expect(await use(session.accessToken)).toMatchObject(ended);
    expect(await use('x'.repeat(43))).toMatchObject(ended);
    expect(await callPortal(portal, 'GET', '/account')).toMatchObject(ended);
    expect((await callPortal(portal, 'GET', '/account')).headers).toMatchObject({ 'www-authenticate': 'Bearer' });
  });

  test('rotates its refresh token', async () => {
    const next = await refreshed(session.refreshToken);
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect((await use(next.accessToken)).status).toBe(200);
    const later = await refreshed(next.refreshToken);
    expect((await use(later.accessToken)).status).toBe(200);
  });

  test('survives lost answers: the same token again, as long as no answer was used', async () => {
    const lost = await refreshed(session.refreshToken);
    const lostAgain = await refreshed(session.refreshToken);
    const arrived = await refreshed(session.refreshToken);
    expect((await use(arrived.accessToken)).status).toBe(200);
    expect(await use(lost.accessToken)).toMatchObject(ended);
    expect(await use(lostAgain.accessToken)).toMatchObject(ended);
    expect((await use(arrived.accessToken)).status).toBe(200);
  });

  test('is refused, and goes on, when a renewal arrives after its sender has given up and gone on', async () => {
    const child = await refreshed(session.refreshToken);
    expect((await use(child.accessToken)).status).toBe(200);
    portal.chance.advance(lateRequestMs - 1);
    expect(await refresh(session.refreshToken)).toMatchObject(ended);
    expect((await use(child.accessToken)).status).toBe(200);
    const grandchild = await refreshed(child.refreshToken);
    expect(await refresh(child.refreshToken)).toMatchObject({ status: 200 });
    expect((await use(grandchild.accessToken)).status).toBe(200);
    expect(await endReason()).toBeNull();
  });

  test('goes on with the answer that arrived, when a late renewal is answered to nobody before it is used', async () => {
    const arrived = await refreshed(session.refreshToken);
    await refreshed(session.refreshToken);
    expect((await use(arrived.accessToken)).status).toBe(200);
    expect((await refresh(arrived.refreshToken)).status).toBe(200);
  });

  test('ends when a token comes back a minute after its child was refreshed', async () => {
    const child = await refreshed(session.refreshToken);
    const grandchild = await refreshed(child.refreshToken);
    portal.chance.advance(lateRequestMs);
    expect(await refresh(session.refreshToken)).toMatchObject(ended);
    expect(await use(grandchild.accessToken)).toMatchObject(ended);
    expect(await refresh(grandchild.refreshToken)).toMatchObject(ended);
    expect(await endReason()).toBe('token-reuse');
  });

  test("ends when a token comes back a minute after its child's access token was used", async () => {
    const child = await refreshed(session.refreshToken);
    await use(child.accessToken);
    portal.chance.advance(lateRequestMs);
    expect(await refresh(session.refreshToken)).toMatchObject(ended);
    expect(await use(child.accessToken)).toMatchObject(ended);
    expect(await endReason()).toBe('token-reuse');
  });

  test('ends when a retired child is presented a minute later: two people hold its tokens', async () => {
    const retired = await refreshed(session.refreshToken);
    const kept = await refreshed(session.refreshToken);
    expect((await use(kept.accessToken)).status).toBe(200);
    portal.chance.advance(lateRequestMs);
    expect(await refresh(retired.refreshToken)).toMatchObject(ended);
    expect(await use(kept.accessToken)).toMatchObject(ended);
    expect(await endReason()).toBe('token-reuse');
  });

  test('refreshes that arrive together leave one good child', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => refreshed(session.refreshToken)));
    const statuses = await Promise.all(answers.map(async ({ accessToken }) => (await use(accessToken)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  test('is over 30 days after its last refresh', async () => {
    const dayMs = 24 * 60 * 60_000;
    portal.chance.advance(29 * dayMs);
    const next = await refreshed(session.refreshToken);
    portal.chance.advance(29 * dayMs);
    const last = await refreshed(next.refreshToken);
    portal.chance.advance(30 * dayMs);
    expect(await refresh(last.refreshToken)).toMatchObject(ended);
  });

  test('ends by signing out, and only that one', async () => {
    const other = await portal.session(account.id);
    expect((await callPortal(portal, 'DELETE', '/sessions/current', { token: session.accessToken })).status).toBe(200);
    expect(await use(session.accessToken)).toMatchObject(ended);
    expect(await refresh(session.refreshToken)).toMatchObject(ended);
    expect((await use(other.accessToken)).status).toBe(200);
  });

  test('ends with all others of the account when access is revoked, from the commit on', async () => {
    const other = await portal.session(account.id);
    const stranger = await portal.session((await portal.addAccount()).id);
    await portal.context.database
      .transaction()
      .execute((transaction) => endSessions(transaction, portal.chance, account.id, 'revoked'));
    for (const { accessToken, refreshToken } of [session, other]) {
      expect(await use(accessToken)).toMatchObject(ended);
      expect(await refresh(refreshToken)).toMatchObject(ended);
    }
    expect((await use(stranger.accessToken)).status).toBe(200);
    expect(await endReason()).toBe('revoked');
    const { ended_at: endedAt } = await portal.context.database
      .selectFrom('session')
      .select('ended_at')
      .where('account_id', '=', account.id)
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(endedAt).toEqual(portal.chance.now());
  });
});
