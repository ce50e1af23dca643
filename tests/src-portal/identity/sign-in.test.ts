import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/domain/account.ts';
import { hashPassword } from '../../../src-portal/identity/password-hash.ts';
import { addressCounter } from '../../../src-portal/identity/sign-in-limits.ts';
import { takeAttempt } from '../../../src-portal/identity/take-attempt.ts';
import { callPortal } from '../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const minuteMs = 60_000;

describe('signing in', () => {
  let portal: PortalFixture;
  let account: Account;

  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  beforeEach(async () => {
    account = await portal.addAccount();
  });
  afterAll(() => portal.close());

  const start = (password = goodPassword, email = account.email, address?: string) =>
    callPortal(portal, 'POST', '/sign-ins', {
      body: { username: email, password, device: 'Desk' },
      ...(address === undefined ? {} : { address }),
    });
  const startedId = async () => String((await start()).body['signInId']);
  const sendCode = (signInId: string) => callPortal(portal, 'POST', `/sign-ins/${signInId}/passcodes`);
  const enter = (signInId: string, code: string, method = 'email') =>
    callPortal(portal, 'POST', `/sign-ins/${signInId}/verification`, { body: { method, code } });
  const codeFor = async (signInId: string) => {
    expect((await sendCode(signInId)).status).toBe(202);
    const { text } = await portal.emailTo(account.email);
    return /^\d{6}$/mu.exec(text)?.[0] ?? '';
  };
  const otherThan = (code: string) => (code === '111111' ? '222222' : '111111');

  test('E1, E3: takes email, password and an emailed passcode', async () => {
    const started = await start();
    expect(started).toMatchObject({ status: 201, body: { methods: ['email'], emailHint: 'p•••@example.com' } });
    const signInId = String(started.body['signInId']);
    const completed = await enter(signInId, await codeFor(signInId));
    expect(completed).toMatchObject({ status: 201, body: { account } });
    const token = String(completed.body['accessToken']);
    expect(await callPortal(portal, 'GET', '/account', { token })).toMatchObject({ status: 200, body: account });
    const row = await portal.context.database
      .selectFrom('account')
      .select('last_sign_in_at')
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow();
    expect(row.last_sign_in_at).toEqual(portal.chance.now());
  });

  test('takes the address in capitals and the password in any Unicode form', async () => {
    const hash = await hashPassword(portal.context, 'caf\u00e9 am Markt');
    await portal.context.database
      .updateTable('account')
      .set({ password_hash: hash })
      .where('id', '=', account.id)
      .execute();
    expect((await start('cafe\u0301 am Markt', account.email.toUpperCase())).status).toBe(201);
  });

  test('answers a wrong password and an unknown address alike', async () => {
    const wrong = await start('not the password');
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong_credentials', triesLeft: 9 } } });
    expect((await start(goodPassword, 'nobody@example.com', '192.0.2.99')).body).toEqual(wrong.body);
  });

  test('refuses an account without a password', async () => {
    await portal.context.database
      .updateTable('account')
      .set({ password_hash: null })
      .where('id', '=', account.id)
      .execute();
    expect((await start('')).status).toBe(400);
    expect((await start('anything')).body).toMatchObject({ error: { code: 'wrong_credentials' } });
  });

  test('tells that the address is unconfirmed only to who knows the password', async () => {
    const { email } = await portal.addAccount({ isVerified: false });
    expect((await start('not the password', email)).body).toMatchObject({ error: { code: 'wrong_credentials' } });
    expect(await start(goodPassword, email)).toMatchObject({
      status: 403,
      body: { error: { code: 'email_unverified' } },
    });
  });

  test('locks out after ten wrong passwords, for 15 minutes, also who knows it', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await start('wrong')).body).toMatchObject({ error: { code: 'wrong_credentials', triesLeft: 9 - tries } });
    }
    portal.chance.advance(minuteMs);
    const locked = await start();
    expect(locked).toMatchObject({
      status: 429,
      body: { error: { code: 'locked_out', retryAfterMs: 14 * minuteMs } },
      headers: { 'retry-after': String(14 * 60) },
    });
    // elsewhere nobody is shut out by it
    expect((await start(goodPassword, account.email, '198.51.100.7')).status).toBe(201);
    portal.chance.advance(14 * minuteMs);
    expect((await start()).status).toBe(201);
  });

  test('counts guesses that are made at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => start('wrong')));
    const codes = answers.map(({ body }) => (body['error'] as { code: string }).code);
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10);
    expect(codes.filter((code) => code === 'locked_out')).toHaveLength(5);
  });

  test('the right password starts the count anew', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 9; tries += 1) await start('wrong');
      expect((await start()).status).toBe(201);
    }
  });

  test('limits guesses for one account from everywhere', async () => {
    for (let tries = 0; tries < 100; tries += 1) await start('wrong', account.email, `203.0.113.${tries}`);
    const refused = await start(goodPassword, account.email, '198.51.100.1');
    expect(refused.body).toMatchObject({ error: { code: 'locked_out' } });
  });

  test('limits sign-ins from one network address', async () => {
    const { key, limit } = addressCounter(portal.context, '192.0.2.200');
    for (let tries = 0; tries < limit.limit; tries += 1)
      await takeAttempt(portal.context.database, portal.context, key, limit);
    expect(await start(goodPassword, account.email, '192.0.2.200')).toMatchObject({
      status: 429,
      body: { error: { code: 'rate_limited' } },
    });
  });

  test('five wrong codes end the sign-in; a new code does not reset the count', async () => {
    const signInId = await startedId();
    const first = await codeFor(signInId);
    for (const triesLeft of [4, 3, 2]) {
      expect(await enter(signInId, otherThan(first))).toMatchObject({
        status: 422,
        body: { error: { code: 'wrong_passcode', triesLeft } },
      });
    }
    portal.chance.advance(minuteMs);
    const second = await codeFor(signInId);
    for (const triesLeft of [1, 0]) {
      expect((await enter(signInId, otherThan(second))).body).toMatchObject({
        error: { code: 'wrong_passcode', triesLeft },
      });
    }
    expect(await enter(signInId, second)).toMatchObject({ status: 410, body: { error: { code: 'sign_in_expired' } } });
    expect((await sendCode(signInId)).body).toMatchObject({ error: { code: 'sign_in_expired' } });
  });

  test('a code serves once, for ten minutes, and only the newest one', async () => {
    const used = await startedId();
    const code = await codeFor(used);
    expect((await enter(used, code)).status).toBe(201);
    expect((await enter(used, code)).body).toMatchObject({ error: { code: 'sign_in_expired' } });

    const slow = await startedId();
    const late = await codeFor(slow);
    portal.chance.advance(10 * minuteMs);
    expect(await enter(slow, late)).toMatchObject({ status: 410, body: { error: { code: 'passcode_expired' } } });
    const fresh = await codeFor(slow);
    expect(fresh).not.toBe(late);
    expect((await enter(slow, late)).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    expect((await enter(slow, fresh)).status).toBe(201);
  });

  test('a code cannot be sent again at once', async () => {
    const signInId = await startedId();
    await codeFor(signInId);
    portal.chance.advance(10_000);
    expect(await sendCode(signInId)).toMatchObject({
      status: 429,
      body: { error: { code: 'rate_limited', retryAfterMs: 20_000 } },
    });
    portal.chance.advance(20_000);
    expect((await sendCode(signInId)).status).toBe(202);
  });

  test('a code is needed at all, and belongs to its own sign-in', async () => {
    const [one, other] = [await startedId(), await startedId()];
    expect((await enter(one, '123456')).body).toMatchObject({ error: { code: 'passcode_expired' } });
    const code = await codeFor(one);
    portal.chance.advance(minuteMs);
    await codeFor(other);
    expect((await enter(other, code)).body).toMatchObject({ error: { code: 'wrong_passcode' } });
    expect((await enter(one, '123456', 'authenticator')).body).toMatchObject({ error: { code: 'wrong_passcode' } });
  });

  test('wrong codes over several sign-ins lock the account out', async () => {
    for (const round of [1, 2]) {
      const signInId = await startedId();
      const code = await codeFor(signInId);
      for (let tries = 0; tries < 5; tries += 1) await enter(signInId, otherThan(code));
      portal.chance.advance(round * 30_000);
    }
    expect(await start()).toMatchObject({ status: 429, body: { error: { code: 'locked_out' } } });
    portal.chance.advance(15 * minuteMs);
    expect((await start()).status).toBe(201);
  });

  test('patient guessing stays hopeless: 40 wrong codes a day', async () => {
    let wrong = 0;
    for (let round = 0; round < 12; round += 1) {
      const started = await start();
      if (started.status !== 201) break;
      const signInId = String(started.body['signInId']);
      const code = await codeFor(signInId);
      for (let tries = 0; tries < 5; tries += 1) {
        if ((await enter(signInId, otherThan(code))).status === 422) wrong += 1;
      }
      portal.chance.advance(16 * minuteMs);
    }
    expect(wrong).toBe(40);
  });

  test('a sign-in ends after half an hour, and unknown ones are over too', async () => {
    const signInId = await startedId();
    portal.chance.advance(30 * minuteMs);
    expect((await sendCode(signInId)).body).toMatchObject({ error: { code: 'sign_in_expired' } });
    expect((await sendCode(portal.chance.newId())).body).toMatchObject({ error: { code: 'sign_in_expired' } });
  });
});
