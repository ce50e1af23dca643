import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/domain/account.ts';
import type { Session } from '../../../../src-shared/portal-api/identity.ts';
import { callPortal } from '../../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';

const newPassword = 'copper lantern meadow';
const wrong = (triesLeft: number) => ({ status: 401, body: { error: { code: 'wrong_credentials', triesLeft } } });

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

const change = (currentPassword = goodPassword, chosen = newPassword, token = session.accessToken) =>
  callPortal(portal, 'PUT', '/account/password', { token, body: { currentPassword, newPassword: chosen } });
const use = ({ accessToken }: Session) => callPortal(portal, 'GET', '/account', { token: accessToken });
const signIn = (password: string) =>
  callPortal(portal, 'POST', '/sign-ins', { body: { username: account.email, password, device: 'Desk' } });

test('sets the new password, keeps this session and ends the others', async () => {
  const other = await portal.session(account.id);
  expect(await change()).toMatchObject({ status: 200, body: {} });
  expect((await use(session)).status).toBe(200);
  expect((await use(other)).status).toBe(401);
  const { refreshToken } = other;
  expect((await callPortal(portal, 'POST', '/sessions/refresh', { body: { refreshToken } })).status).toBe(401);
  const kept = await callPortal(portal, 'POST', '/sessions/refresh', { body: { refreshToken: session.refreshToken } });
  expect(kept.status).toBe(200);
  expect((await signIn(goodPassword)).status).toBe(401);
  expect((await signIn(newPassword)).status).toBe(201);
});

test('is told to its owner by email and kept in the audit', async () => {
  expect((await change()).status).toBe(200);
  expect((await portal.emailTo(account.email)).subject).toBe('Your password was changed');
  const entries = await portal.context.database
    .selectFrom('audit')
    .selectAll()
    .where('subject_id', '=', account.id)
    .execute();
  expect(entries).toMatchObject([{ action: 'change-password', account_id: account.id }]);
});

test('a wrong current password changes nothing and counts as one at the sign-in does', async () => {
  for (let triesLeft = 9; triesLeft >= 5; triesLeft -= 1)
    expect(await change('not it')).toMatchObject(wrong(triesLeft));
  for (let triesLeft = 4; triesLeft >= 0; triesLeft -= 1) {
    expect(await signIn('not it')).toMatchObject(wrong(triesLeft));
  }
  expect(await change()).toMatchObject({ status: 429, body: { error: { code: 'locked_out' } } });
  expect((await use(session)).status).toBe(200);
  portal.chance.advance(15 * 60_000);
  session = await portal.session(account.id);
  expect((await change()).status).toBe(200);
});

test('the right one forgets the wrong ones before it', async () => {
  expect(await change('not it')).toMatchObject(wrong(9));
  expect((await change()).status).toBe(200);
  expect(await change('not it')).toMatchObject(wrong(9));
});

test.each([
  ['', 'required'],
  ['short', 'password_too_short'],
  ['x'.repeat(300), 'password_too_long'],
  ['x'.repeat(3000), 'too_long'],
  ['password1', 'password_common'],
])('what the policy has against %j is told at newPassword, and no try is counted', async (chosen, code) => {
  expect(await change(goodPassword, chosen)).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_input', fields: [{ path: 'newPassword', code }] } },
  });
  expect(await change('not it')).toMatchObject(wrong(9));
});

test('a password with the own address in it is refused', async () => {
  const answer = await change(goodPassword, `my ${account.email}`);
  expect(answer.body).toMatchObject({ error: { fields: [{ path: 'newPassword', code: 'password_contains_email' }] } });
});

test('of two changes at the same moment the second is told that its current password is none any more', async () => {
  const answers = await Promise.all([
    change(goodPassword, 'first good password'),
    change(goodPassword, 'second good password'),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
});

test('a reset link that waits ends with the change', async () => {
  await callPortal(portal, 'POST', '/password-resets', { body: { email: account.email } });
  const link = new URL(/https:\S+/u.exec((await portal.emailTo(account.email)).text)?.[0] ?? '');
  expect((await change()).status).toBe(200);
  const reply = await portal.app.inject({ method: 'GET', url: link.pathname + link.search });
  expect(reply.statusCode).toBe(404);
});
