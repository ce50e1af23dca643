import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAt } from '../features/migration/existing-users.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

let portal: PortalFixture;
let aim: ReturnType<typeof signInAt>;

beforeAll(async () => {
  portal = await openPortalFixture();
  aim = signInAt(portal, 'aim');
});
afterAll(() => portal.close());

const answers = ['Ferry Lane', 'Lowell', 'Saab'] as const;
const firstStreet = 'What was the name of the first street that you lived in?';
const firstJob = 'In what town was your first job?';
const withAnswers = async () => {
  const person = await aim.addExisting();
  await aim.giveAnswers(person.id, answers);
  return person;
};
const answer = (signInId: string, text: string) => aim.enter(signInId, text, 'secret-question');

describe('E1: a secret question as the second step', () => {
  test('E1: is offered after the emailed passcode, with its text', async () => {
    const { username } = await withAnswers();
    expect((await aim.start(username)).body).toMatchObject({
      next: 'passcode',
      methods: ['email', 'secret-question'],
      question: firstStreet,
    });
  });

  test('E1: is not offered to who has no answers, nor at a portal without it', async () => {
    const { username, id } = await aim.addExisting();
    const started = await aim.start(username);
    expect(started.body).toMatchObject({ methods: ['email'], question: null });
    await aim.giveAnswers(id, answers);
    expect((await answer(String(started.body['signInId']), 'Ferry Lane')).body).toMatchObject({
      error: { code: 'wrong_passcode' },
    });
    const carelon = signInAt(portal, 'carelon-mbm');
    const elsewhere = await carelon.addExisting();
    await carelon.giveAnswers(elsewhere.id, answers);
    expect((await carelon.start(elsewhere.username)).body).toMatchObject({ methods: ['email'], question: null });
  });

  test('E1: the authenticator app stays first', async () => {
    const { id, username } = await withAnswers();
    const since = { authenticator_since: portal.chance.now(), authenticator_secret: 'sealed' };
    await portal.context.database.updateTable('account').set(since).where('id', '=', id).execute();
    expect((await aim.start(username)).body['methods']).toEqual(['authenticator', 'email', 'secret-question']);
  });

  test('E1: the right answer signs in, capitals and spaces apart, once', async () => {
    const { id, username } = await withAnswers();
    const signInId = await aim.started(username);
    expect(await answer(signInId, '  fERRY   lane ')).toMatchObject({ status: 201, body: { account: { id } } });
    expect((await answer(signInId, 'Ferry Lane')).body).toEqual({ error: { code: 'sign_in_expired' } });
  });

  test('E1: the question stays until it has been answered rightly; then the next one is asked', async () => {
    const { username } = await withAnswers();
    const first = await aim.started(username);
    expect((await answer(first, 'Main Street')).body).toEqual({ error: { code: 'wrong_passcode', triesLeft: 4 } });
    expect((await answer(first, 'Lowell')).body).toEqual({ error: { code: 'wrong_passcode', triesLeft: 3 } });
    const again = await aim.start(username);
    expect(again.body['question']).toBe(firstStreet);
    expect((await answer(String(again.body['signInId']), 'Ferry Lane')).status).toBe(201);
    const next = await aim.start(username);
    expect(next.body['question']).toBe(firstJob);
    expect((await answer(String(next.body['signInId']), 'Ferry Lane')).status).toBe(422);
    expect((await answer(String(next.body['signInId']), 'Lowell')).status).toBe(201);
  });

  test('E1: wrong answers count as wrong passcodes do: five end a sign-in, ten lock the account', async () => {
    const { username } = await withAnswers();
    for (let round = 0; round < 2; round += 1) {
      const signInId = await aim.started(username);
      for (let tries = 0; tries < 5; tries += 1) await answer(signInId, `guess ${String(tries)}`);
      const ended = await answer(signInId, 'Ferry Lane');
      expect(ended.body).toEqual({ error: { code: 'sign_in_expired' } });
    }
    expect(await aim.start(username)).toMatchObject({ status: 429, body: { error: { code: 'locked_out' } } });
  });

  test.each([
    ['', 'required'],
    ['x'.repeat(101), 'too_long'],
    ['a\u0000b', 'forbidden_characters'],
  ])('E1: the answer %j is malformed', async (text, code) => {
    const { username } = await withAnswers();
    expect(await answer(await aim.started(username), text)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_input', fields: [{ path: 'code', code }] } },
    });
  });

  test('E1: six digits of an email are still six digits', async () => {
    const { username } = await withAnswers();
    expect(await aim.enter(await aim.started(username), 'Ferry Lane')).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_input', fields: [{ path: 'code', code: 'passcode_format' }] } },
    });
  });
});
