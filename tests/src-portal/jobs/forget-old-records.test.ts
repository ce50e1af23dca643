import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetOldRecords } from '../../../src-portal/jobs/forget-old-records.ts';
import { callPortal } from '../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const dayMs = 24 * 60 * 60_000;

describe('housekeeping', () => {
  let portal: PortalFixture;
  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  afterAll(() => portal.close());

  const count = async (table: 'access_token' | 'sign_in' | 'rate_limit' | 'session' | 'refresh_token' | 'job') => {
    const { rows } = await portal.context.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return rows;
  };

  test('forgets what nobody can use, and nothing else', async () => {
    const account = await portal.addAccount();
    const old = await portal.session(account.id);
    const signedOut = await portal.session(account.id);
    await callPortal(portal, 'DELETE', '/sessions/current', { token: signedOut.accessToken });
    const body = { username: account.email, password: goodPassword, device: 'Desk' };
    const { body: signIn } = await callPortal(portal, 'POST', '/sign-ins', { body });
    await callPortal(portal, 'POST', `/sign-ins/${String(signIn['signInId'])}/passcodes`);
    await portal.emailTo(account.email);
    await forgetOldRecords(portal.context);
    expect(await count('access_token')).toBe(1);
    expect(await count('sign_in')).toBe(1);
    expect(await count('job')).toBe(1);

    portal.chance.advance(29 * dayMs);
    const refreshed = await callPortal(portal, 'POST', '/sessions/refresh', {
      body: { refreshToken: old.refreshToken },
    });
    expect(refreshed.status).toBe(200);
    await forgetOldRecords(portal.context);
    expect(await count('access_token')).toBe(1);
    expect(await count('sign_in')).toBe(0);
    expect(await count('rate_limit')).toBe(0);
    expect(await count('job')).toBe(0);
    expect(await count('session')).toBe(2);

    portal.chance.advance(2 * dayMs);
    await forgetOldRecords(portal.context);
    expect(await count('session')).toBe(1);
    const token = String(refreshed.body['refreshToken']);
    expect((await callPortal(portal, 'POST', '/sessions/refresh', { body: { refreshToken: token } })).status).toBe(200);

    portal.chance.advance(31 * dayMs);
    await forgetOldRecords(portal.context);
    expect(await count('session')).toBe(0);
    expect(await count('refresh_token')).toBe(0);
  });
});
