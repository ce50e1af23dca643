import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src-shared/portal-api/routes.ts';
import { callPortal } from './call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from './portal-fixture.ts';

describe('the service', () => {
  let portal: PortalFixture;
  beforeAll(async () => {
    portal = await openPortalFixture({ version: '1.2.3', mailboxUrl: 'http://127.0.0.1:4081' });
  });
  afterAll(() => portal.close());

  test('tells that it is well, and what it hosts', async () => {
    const reply = await portal.app.inject('/health');
    expect(reply.statusCode).toBe(200);
    expect(routes.health.answer.parse(reply.json())).toMatchObject({
      status: 'ok',
      version: '1.2.3',
      portals: ['carelon-mbm', 'aim', 'cca', 'provider-central', 'carelon-post-acute'],
      mailboxUrl: 'http://127.0.0.1:4081',
    });
  });

  test('has every route of the contract', async () => {
    for (const { method, path } of Object.values(routes))
      expect(portal.app.hasRoute({ method, url: path }), path).toBe(true);
    const reply = await portal.app.inject('/openapi.json');
    expect(Object.keys(reply.json<{ paths: object }>().paths)).toHaveLength(
      new Set(Object.values(routes).map(({ path }) => path)).size,
    );
  });

  test.each(['/health', '/openapi.json', '/nowhere', '/pages/page.css', '/portals/cca/pages/verify-email'])(
    'sends %s with headers that keep browsers careful',
    async (url) => {
      const { headers } = await portal.app.inject(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/u);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  test('answers a bug with 500, and logs it without personal data', async () => {
    const account = await portal.addAccount({ email: 'secret.person@example.com' });
    const { accessToken } = await portal.session(account.id);
    const { database } = portal.context;
    // what nobody but a bug can have written
    await database
      .updateTable('account')
      .set({ authenticator_secret: 'not sealed at all' })
      .where('id', '=', account.id)
      .execute();
    const answer = await callPortal(portal, 'POST', '/account/authenticator/removal', {
      token: accessToken,
      body: { code: '123456' },
    });
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
    expect(answer.text).toBe('{"error":{"code":"internal"}}');
    const line = portal.logLines.findLast((text) => text.includes('request failed')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      err: { type: 'Error', stack: expect.stringContaining('unseal') as string },
    });
    expect(line).not.toContain('secret.person');
  });

  test('logs no secret, address, name or body of a whole sign-in', async () => {
    const account = await portal.addAccount({
      email: 'private.person@example.com',
      firstName: 'Quentin',
      lastName: 'Xylander',
    });
    const unverified = await portal.addAccount({ email: 'unverified.person@example.com', isVerified: false });
    const before = portal.logLines.length;
    const body = { username: account.email, password: goodPassword, device: 'Device of Quentin' };
    await callPortal(portal, 'POST', '/sign-ins', { body: { ...body, password: 'a wrong secret' } });
    const started = await callPortal(portal, 'POST', '/sign-ins', { body });
    const signIn = `/sign-ins/${String(started.body['signInId'])}`;
    await callPortal(portal, 'POST', `${signIn}/passcodes`);
    const code = /^\d{6}$/mu.exec((await portal.emailTo(account.email)).text)?.[0] ?? '';
    const { body: session } = await callPortal(portal, 'POST', `${signIn}/verification`, {
      body: { method: 'email', code },
    });
    const accessToken = String(session['accessToken']);
    const refreshToken = String(session['refreshToken']);
    await callPortal(portal, 'GET', '/account', { token: accessToken });
    await callPortal(portal, 'POST', '/sessions/refresh', { body: { refreshToken } });
    await callPortal(portal, 'POST', '/email-verifications', { body: { email: unverified.email } });
    const link = new URL(/https:\S+/u.exec((await portal.emailTo(unverified.email)).text)?.[0] ?? '');
    await portal.app.inject(link.pathname + link.search);

    const log = portal.logLines.slice(before).join('');
    expect(log).toContain('/portals/:portalId/sign-ins');
    const secrets = [
      goodPassword,
      'a wrong secret',
      code,
      accessToken,
      refreshToken,
      link.searchParams.get('token') ?? '',
      '@example.com',
      'private.person',
      'Quentin',
      'Xylander',
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
