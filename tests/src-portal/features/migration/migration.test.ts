import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodPassword, openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { dayMs, signInAt } from './existing-users.ts';

const minuteMs = 60_000;
const newPassword = 'seven quiet otters';
let portal: PortalFixture;
let at: ReturnType<typeof signInAt>;
let people = 0;

beforeAll(async () => {
  portal = await openPortalFixture();
  at = signInAt(portal, 'carelon-mbm');
});
afterAll(() => portal.close());

const newAddress = () => `moved-${String((people += 1))}@example.com`;
const error = (code: string) => ({ error: { code } });
const refused = (code: string) => ({ body: { error: { code } } });
/** Up to the passcode in the new mailbox. */
const untilCode = async (username: string, email: string) => {
  const signInId = await at.started(username);
  // capitals do not matter
  expect((await at.migrate(signInId, email.toUpperCase())).status).toBe(202);
  return { signInId, code: await at.codeTo(email) };
};

describe('E2: an existing user who has had the notice', () => {
  test('E2: is asked to move instead of for a passcode, and until when', async () => {
    const { username } = await at.addExisting({ dueInDays: 12 });
    const dueAt = new Date(portal.chance.now().getTime() + 12 * dayMs).toISOString();
    const started = await at.start(username);
    expect(started).toMatchObject({ status: 201, body: { next: 'migration', dueAt } });
    expect(started.body).not.toHaveProperty('methods');
    const signInId = String(started.body['signInId']);
    expect((await at.sendCode(signInId)).body).toEqual(error('sign_in_expired'));
    expect((await at.enter(signInId, '123456')).body).toEqual(error('sign_in_expired'));
  });

  test('E2: the passcode that went to the new address completes the set-up', async () => {
    const { id, email: old, username } = await at.addExisting({ dueInDays: 12 });
    const elsewhere = await portal.session(id);
    const email = newAddress();
    const { signInId, code } = await untilCode(username, email);
    const before = await at.row(id);
    expect(before).toMatchObject({ email: old, username, mfa_since: null });
    expect(await at.enter(signInId, code)).toMatchObject({
      status: 201,
      body: { account: { id, email, username: null, status: 'active', migrationDueAt: null } },
    });
    const row = await at.row(id);
    expect(row).toMatchObject({ email, username: null, mfa_since: portal.chance.now() });
    expect(row.email_verified_at).toEqual(portal.chance.now());

    const account = (token: string) =>
      portal.app.inject({
        url: '/portals/carelon-mbm/account',
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await account(elsewhere.accessToken)).statusCode).toBe(401);
    expect(await at.start(username)).toMatchObject(refused('wrong_credentials'));
    expect(await at.start(email)).toMatchObject(refused('wrong_credentials'));
    expect(await at.start(email, newPassword)).toMatchObject({ body: { next: 'passcode', methods: ['email'] } });
    const [letter, ...more] = await at.lettersTo(old, /set up/u);
    expect(letter?.text).toContain('m•••@example.com');
    expect(letter?.text).toContain('1-800-252-2021');
    expect(more).toEqual([]);
    const audit = await portal.context.database
      .selectFrom('audit')
      .select(['action', 'actor', 'before', 'after'])
      .where('subject_id', '=', id)
      .execute();
    expect(audit).toEqual([
      {
        action: 'complete-migration',
        actor: 'Anna Berg',
        before: { email: old, username },
        after: { email, username: null },
      },
    ]);
  });

  test('E2: may keep the address that they have', async () => {
    const { id, email, username } = await at.addExisting({ dueInDays: 1 });
    const { signInId, code } = await untilCode(username, email);
    expect((await at.enter(signInId, code)).status).toBe(201);
    expect(await at.row(id)).toMatchObject({ email, username: null });
  });

  test('E2: wrong, late and reused passcodes change nothing; a new one still completes', async () => {
    const { id, email: old, username } = await at.addExisting({ dueInDays: 3 });
    const email = newAddress();
    const { signInId, code } = await untilCode(username, email);
    const wrong = code === '111111' ? '222222' : '111111';
    expect((await at.enter(signInId, wrong)).body).toEqual({ error: { code: 'wrong_passcode', triesLeft: 4 } });
    expect((await at.enter(signInId, code, 'authenticator')).body).toMatchObject(error('wrong_passcode'));
    expect((await at.enter(signInId, 'any', 'secret-question')).body).toMatchObject(error('wrong_passcode'));
    portal.chance.advance(10 * minuteMs);
    expect((await at.enter(signInId, code)).body).toEqual(error('passcode_expired'));
    expect(await at.row(id)).toMatchObject({ email: old, username, mfa_since: null });

    expect((await at.sendCode(signInId)).status).toBe(202);
    const fresh = await at.codeTo(email);
    expect((await at.enter(signInId, fresh)).status).toBe(201);
    expect((await at.enter(signInId, fresh)).body).toEqual(error('sign_in_expired'));
  });

  test('E2: a new address takes the place of a mistyped one, after the pause', async () => {
    const { username } = await at.addExisting({ dueInDays: 3 });
    const [mistyped, right] = [newAddress(), newAddress()];
    const { signInId, code } = await untilCode(username, mistyped);
    expect(await at.migrate(signInId, right)).toMatchObject({ status: 429, body: error('rate_limited') });
    portal.chance.advance(30_000);
    expect((await at.migrate(signInId, right)).status).toBe(202);
    const second = await at.codeTo(right);
    if (second !== code) expect((await at.enter(signInId, code)).body).toMatchObject(error('wrong_passcode'));
    expect(await at.enter(signInId, second)).toMatchObject({ status: 201, body: { account: { email: right } } });
  });

  test.each([
    ['short', 'password_too_short'],
    ['password123', 'password_common'],
  ])('E2: the new password "%s" is refused: %s', async (password, code) => {
    const { username } = await at.addExisting({ dueInDays: 3 });
    const signInId = await at.started(username);
    expect(await at.migrate(signInId, newAddress(), password)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_input', fields: [{ path: 'password', code }] } },
    });
  });

  test('E2: an address of somebody else is answered like a free one; its owner is told, and no code comes', async () => {
    const owner = await at.addExisting();
    const { id, username } = await at.addExisting({ dueInDays: 3 });
    const signInId = await at.started(username);
    const free = await at.migrate(await at.started((await at.addExisting({ dueInDays: 3 })).username), newAddress());
    const taken = await at.migrate(signInId, owner.email);
    expect([taken.status, Object.keys(taken.body).sort()]).toEqual([free.status, Object.keys(free.body).sort()]);
    const { subject, text } = await portal.emailTo(owner.email);
    expect(subject).toContain('already belongs to an account');
    expect(text).not.toMatch(/^\d{6}$/mu);
    expect((await at.enter(signInId, '123456')).body).toMatchObject(error('wrong_passcode'));
    expect((await at.row(id)).username).toBe(username);
    expect((await at.row(owner.id)).email).toBe(owner.email);
  });

  test('E2: of two who move to the same address at once, one gets it', async () => {
    const [one, other] = [await at.addExisting({ dueInDays: 3 }), await at.addExisting({ dueInDays: 3 })];
    const email = newAddress();
    const first = await untilCode(one.username, email);
    const second = await untilCode(other.username, email);
    const answers = await Promise.all([at.enter(first.signInId, first.code), at.enter(second.signInId, second.code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const holders = await portal.context.database
      .selectFrom('account')
      .select('id')
      .where('email', '=', email)
      .execute();
    expect(holders).toHaveLength(1);
    const loser = answers[0]?.status === 201 ? other : one;
    expect(await at.row(loser.id)).toMatchObject({ email: loser.email, username: loser.username, mfa_since: null });
  });

  test('E2: two sign-ins of the same person: the first that is completed ends the other', async () => {
    const { username } = await at.addExisting({ dueInDays: 3 });
    const first = await untilCode(username, newAddress());
    const second = await untilCode(username, newAddress());
    expect((await at.enter(first.signInId, first.code)).status).toBe(201);
    expect((await at.enter(second.signInId, second.code)).body).toEqual(error('sign_in_expired'));
  });

  test('E2: a registration with the address that nobody has confirmed gives way', async () => {
    const stranger = await portal.addAccount({ email: newAddress(), isVerified: false });
    const { database } = portal.context;
    await database.updateTable('account').set({ portal_id: 'carelon-mbm' }).where('id', '=', stranger.id).execute();
    const { username } = await at.addExisting({ dueInDays: 3 });
    const { signInId, code } = await untilCode(username, stranger.email);
    expect((await at.enter(signInId, code)).status).toBe(201);
    expect(await database.selectFrom('account').select('id').where('id', '=', stranger.id).execute()).toEqual([]);
  });

  test('E2: once the days are over nobody gets in, at whichever step they end', async () => {
    const { id, username } = await at.addExisting({ dueInDays: 5 });
    portal.chance.advance(5 * dayMs - 5 * minuteMs);
    const unstarted = await at.started(username);
    const { signInId, code } = await untilCode(username, newAddress());
    portal.chance.advance(5 * minuteMs);
    expect(await at.enter(signInId, code)).toMatchObject({ status: 403, body: error('migration_overdue') });
    expect((await at.sendCode(signInId)).body).toEqual(error('migration_overdue'));
    expect((await at.migrate(unstarted, newAddress())).body).toEqual(error('migration_overdue'));
    expect(await at.start(username)).toMatchObject({ status: 403, body: error('migration_overdue') });
    expect((await at.start(username, 'wrong')).body).toMatchObject(error('wrong_credentials'));
    expect(await at.row(id)).toMatchObject({ username, mfa_since: null });
  });
});

describe('E2: whoever does not have to move', () => {
  test('E2: signs in by username and an emailed passcode while the move has not been announced', async () => {
    const { email, username } = await at.addExisting();
    const started = await at.start(username);
    expect(started.body).toMatchObject({ next: 'passcode', methods: ['email'], question: null });
    const signInId = String(started.body['signInId']);
    expect((await at.migrate(signInId, newAddress())).body).toEqual(error('sign_in_expired'));
    await at.sendCode(signInId);
    expect(await at.enter(signInId, await at.codeTo(email))).toMatchObject({
      status: 201,
      body: { account: { username, migrationDueAt: null } },
    });
  });

  test('E2: a sign-in that was begun before the notice starts again', async () => {
    const { id, email, username } = await at.addExisting();
    const signInId = await at.started(username);
    await at.sendCode(signInId);
    const due = new Date(portal.chance.now().getTime() + dayMs);
    await portal.context.database.updateTable('account').set({ migration_due_at: due }).where('id', '=', id).execute();
    expect((await at.enter(signInId, await at.codeTo(email))).body).toEqual(error('sign_in_expired'));
  });

  test('E2: an account with MFA is not asked, and another portal asks nobody', async () => {
    const { id, username } = await at.addExisting({ dueInDays: -1 });
    const since = { mfa_since: portal.chance.now() };
    await portal.context.database.updateTable('account').set(since).where('id', '=', id).execute();
    expect((await at.start(username, goodPassword)).body).toMatchObject({ next: 'passcode' });
    const aim = signInAt(portal, 'aim');
    const elsewhere = await aim.addExisting({ dueInDays: -1 });
    expect((await aim.start(elsewhere.username)).body).toMatchObject({ next: 'passcode' });
  });
});
