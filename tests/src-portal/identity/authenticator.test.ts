import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/domain/account.ts';
import { callPortal } from '../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const stepMs = 30_000;

describe('an authenticator app', () => {
  let portal: PortalFixture;
  let account: Account;
  let token: string;

  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  beforeEach(async () => {
    account = await portal.addAccount();
    token = (await portal.session(account.id)).accessToken;
  });
  afterAll(() => portal.close());

  const path = '/account/authenticator';
  /** What the app on the phone shows. */
  const shown = (secret: string, stepsAway = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: portal.chance.now().getTime() + stepsAway * stepMs,
    });
  const begin = async () => String((await callPortal(portal, 'POST', path, { token })).body['secret']);
  const send = (suffix: string, code: string) =>
    callPortal(portal, 'POST', `${path}${suffix}`, { token, body: { code } });
  const setUp = async () => {
    const secret = await begin();
    expect((await send('/confirmation', shown(secret))).status).toBe(200);
    portal.chance.advance(stepMs);
    return secret;
  };
  const signIn = async (code: string) => {
    const body = { username: account.email, password: goodPassword, device: 'Desk' };
    const started = await callPortal(portal, 'POST', '/sign-ins', { body });
    expect(started.body).toMatchObject({ methods: ['authenticator', 'email'] });
    return callPortal(portal, 'POST', `/sign-ins/${String(started.body['signInId'])}/verification`, {
      body: { method: 'authenticator', code },
    });
  };
  const row = () =>
    portal.context.database.selectFrom('account').selectAll().where('id', '=', account.id).executeTakeFirstOrThrow();

  test('is set up by a code from it, and then signs in', async () => {
    const answer = await callPortal(portal, 'POST', path, { token });
    const { secret, uri } = answer.body as { secret: string; uri: string };
    expect(answer.status).toBe(201);
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri)).toContain(`CCA Provider Portal:${account.email}`);
    expect((await row()).authenticator_since).toBeNull();

    expect(await send('/confirmation', shown(secret))).toMatchObject({
      status: 200,
      body: { authenticatorSince: portal.chance.now().toISOString() },
    });
    expect((await portal.emailTo(account.email)).subject).toContain('has been set up');
    portal.chance.advance(stepMs);
    expect((await signIn(shown(secret))).status).toBe(201);
  });

  test('has its secret kept encrypted', async () => {
    const secret = await begin();
    expect((await row()).authenticator_secret).not.toBeNull();
    expect(JSON.stringify(await row())).not.toContain(secret);
  });

  test('is not turned on by a wrong code', async () => {
    const secret = await begin();
    const wrong = shown(secret, 20);
    expect(await send('/confirmation', wrong)).toMatchObject({
      status: 422,
      body: { error: { code: 'wrong_passcode' } },
    });
    expect((await row()).authenticator_since).toBeNull();
    const body = { username: account.email, password: goodPassword, device: 'Desk' };
    expect((await callPortal(portal, 'POST', '/sign-ins', { body })).body).toMatchObject({ methods: ['email'] });
  });

  test('may be a step early or late, not two', async () => {
    const secret = await setUp();
    expect((await signIn(shown(secret, 2))).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    expect((await signIn(shown(secret, -2))).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    portal.chance.advance(2 * stepMs);
    expect((await signIn(shown(secret, -1))).status).toBe(201);
    expect((await signIn(shown(secret, 1))).status).toBe(201);
  });

  test('has each code serve once, and none of an earlier step afterwards', async () => {
    const secret = await setUp();
    const code = shown(secret);
    expect((await signIn(code)).status).toBe(201);
    expect((await signIn(code)).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    expect((await signIn(shown(secret, -1))).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    portal.chance.advance(stepMs);
    expect((await signIn(shown(secret))).status).toBe(201);
  });

  test('does not take the code that set it up a second time', async () => {
    const secret = await begin();
    const code = shown(secret);
    await send('/confirmation', code);
    expect((await signIn(code)).body).toMatchObject({ error: { code: 'wrong_passcode' } });
  });

  test('is one at a time', async () => {
    await setUp();
    expect(await callPortal(portal, 'POST', path, { token })).toMatchObject({
      status: 409,
      body: { error: { code: 'authenticator_exists' } },
    });
  });

  test('may be started anew before it is confirmed; the earlier secret is void', async () => {
    const abandoned = await begin();
    const secret = await begin();
    expect((await send('/confirmation', shown(abandoned))).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    expect((await send('/confirmation', shown(secret))).status).toBe(200);
    expect((await send('/confirmation', shown(secret, 1))).body).toMatchObject({
      error: { code: 'authenticator_exists' },
    });
  });

  test('is removed by a code from it', async () => {
    const secret = await setUp();
    expect((await send('/removal', shown(secret, 20))).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    expect(await send('/removal', shown(secret))).toMatchObject({ status: 200, body: { authenticatorSince: null } });
    expect(await row()).toMatchObject({ authenticator_secret: null, authenticator_last_step: null });
    expect((await portal.emailTo(account.email)).subject).toContain('has been removed');
    expect(await send('/removal', shown(secret, 1))).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
  });

  test('cannot be guessed by a stolen session', async () => {
    const secret = await setUp();
    const wrong = shown(secret, 20);
    for (let tries = 0; tries < 10; tries += 1) await send('/removal', wrong);
    expect(await send('/removal', shown(secret))).toMatchObject({
      status: 429,
      body: { error: { code: 'locked_out' } },
    });
  });
});
