import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harborviewFamilyMedicine, samuelOkafor } from '../../src-portal/seeds/demo-directory.ts';
import { seedDirectory } from '../../src-portal/seeds/seed-directory.ts';
import type { SeededProvider } from '../../src-portal/seeds/seeded-provider.ts';
import { hostPortal } from '../portal-answers/host-portal.ts';
import { sixthPortal } from '../portal-answers/sixth-portal.ts';
import { eligibilityAnswers } from './features/newcomers.ts';
import { openPortalFixture, type PortalFixture } from './portal-fixture.ts';

const email = 'noor@example.com';
const password = 'quiet maple lanterns';

describe('a portal that the service has never hosted', () => {
  let portal: PortalFixture;
  let takeOut: () => void;
  let token = '';

  beforeAll(async () => {
    takeOut = hostPortal(sixthPortal);
    portal = await openPortalFixture();
    const { database } = portal.context;
    await database
      .transaction()
      .execute((transaction) => seedDirectory(transaction, sixthPortal.id, [harborviewFamilyMedicine, samuelOkafor]));
  });
  afterAll(async () => {
    takeOut();
    await portal.close();
  });

  async function call(method: 'GET' | 'POST', path: string, body?: object) {
    const reply = await portal.app.inject({
      method,
      url: `/portals/${sixthPortal.id}${path}`,
      ...(body === undefined ? {} : { payload: body }),
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
  }
  const practiceOf = (provider: SeededProvider) => ({ ...eligibilityAnswers(provider), specialty: 'family-medicine' });
  const answers = {
    ...practiceOf(harborviewFamilyMedicine),
    firstName: 'Noor',
    lastName: 'Haddad',
    email,
    phone: '413-555-0123',
    password,
    passwordAgain: password,
    terms: true,
  };

  test('says which of its own fields is wrong', async () => {
    const wrong = { ...answers, specialty: 'magic', npi: '1234567890', password: 'quiet maple', passwordAgain: '' };
    expect(await call('POST', '/registrations', { id: portal.chance.newId(), answers: wrong })).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'invalid_input',
          fields: [
            { path: 'npi', code: 'npi_check_digit' },
            { path: 'specialty', code: 'not_an_option' },
            { path: 'password', code: 'password_too_short' },
            { path: 'passwordAgain', code: 'required' },
          ],
        },
      },
    });
  });

  test('matches, registers, confirms, signs in and links one more number', async () => {
    const practice = { answers: practiceOf(harborviewFamilyMedicine) };
    expect(await call('POST', '/eligibility', practice)).toMatchObject({
      status: 200,
      body: { organizationName: harborviewFamilyMedicine.name, hasAdministrator: false },
    });
    expect(await call('POST', '/registrations', { id: portal.chance.newId(), answers })).toMatchObject({
      status: 202,
      body: { email, hasAdministrator: false },
    });
    const letter = await portal.emailTo(email);
    expect(letter.text).toContain(sixthPortal.name);
    const link = /https:\/\/portal\.example\.com(\S+)\?token=([\w-]+)/u.exec(letter.text);
    const confirmed = await portal.app.inject({
      method: 'POST',
      url: link?.[1] ?? '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `token=${link?.[2] ?? ''}`,
    });
    expect(confirmed.statusCode).toBe(200);

    const started = await call('POST', '/sign-ins', { username: email, password, device: 'Desk' });
    const signIn = `/sign-ins/${String(started.body['signInId'])}`;
    await call('POST', `${signIn}/passcodes`);
    const code = /^\d{6}$/mu.exec((await portal.emailTo(email)).text)?.[0];
    const completed = await call('POST', `${signIn}/verification`, { method: 'email', code });
    token = String(completed.body['accessToken']);

    const more = { ...practiceOf(samuelOkafor), terms: true };
    expect(await call('POST', '/linked-accounts', { id: portal.chance.newId(), answers: more })).toMatchObject({
      status: 201,
      body: { organization: { providerId: samuelOkafor.providerId }, status: 'active', role: 'administrator' },
    });
    const listed = await call('GET', '/linked-accounts');
    expect(listed.body['linkedAccounts']).toHaveLength(2);
    expect(listed.body['linkedAccounts']).toMatchObject([{ permissions: sixthPortal.permissions }, {}]);
  });

  test('is not there once it is taken out of the catalogue', async () => {
    takeOut();
    expect(await call('POST', '/eligibility', { answers: {} })).toMatchObject({ status: 404 });
    takeOut = hostPortal(sixthPortal);
  });
});
