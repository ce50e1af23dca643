import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { harborviewFamilyMedicine, samuelOkafor } from '../../../../src-portal/seeds/demo-directory.ts';
import { seedDatabase } from '../../../../src-portal/seeds/seed-database.ts';
import { callPortal } from '../../call-portal.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { eligibilityAnswers, registrationAnswers } from '../newcomers.ts';

let portal: PortalFixture;

beforeAll(async () => {
  portal = await openPortalFixture();
  await seedDatabase(portal.context, { kind: 'empty' });
});
afterAll(() => portal.close());

const noor = 'noor.haddad@example.com';

/** From the two factors to an access token. */
async function signIn(email: string, password: string): Promise<string> {
  const started = await callPortal(portal, 'POST', '/sign-ins', {
    body: { username: email, password, device: 'Desk' },
  });
  const signIn = `/sign-ins/${String(started.body['signInId'])}`;
  await callPortal(portal, 'POST', `${signIn}/passcodes`);
  const code = /^\d{6}$/mu.exec((await portal.emailTo(email)).text)?.[0];
  const completed = await callPortal(portal, 'POST', `${signIn}/verification`, { body: { method: 'email', code } });
  return String(completed.body['accessToken']);
}

describe('a newcomer at the service', () => {
  it('C1-C8: checks, registers, confirms, signs in, and links one more provider ID', async () => {
    const eligibility = eligibilityAnswers(harborviewFamilyMedicine);
    expect(await callPortal(portal, 'POST', '/eligibility', { body: { answers: eligibility } })).toMatchObject({
      status: 200,
      body: { organizationName: 'Harborview Family Medicine', hasAdministrator: false },
    });
    const answers = registrationAnswers(harborviewFamilyMedicine);
    const body = { id: portal.chance.newId(), answers };
    expect(await callPortal(portal, 'POST', '/registrations', { body })).toMatchObject({
      status: 202,
      body: { email: noor, hasAdministrator: false },
    });

    const start = { body: { username: noor, password: String(answers['password']), device: 'Desk' } };
    expect((await callPortal(portal, 'POST', '/sign-ins', start)).body).toMatchObject({
      error: { code: 'email_unverified' },
    });
    const link = /https:\/\/portal\.example\.com(\S+)\?token=([\w-]+)/u.exec((await portal.emailTo(noor)).text);
    const confirmed = await portal.app.inject({
      method: 'POST',
      url: link?.[1] ?? '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `token=${link?.[2]}`,
    });
    expect(confirmed.statusCode).toBe(200);

    const token = await signIn(noor, String(answers['password']));
    const listed = await callPortal(portal, 'GET', '/linked-accounts', { token });
    expect(listed.body).toMatchObject({ linkedAccounts: [{ role: 'administrator', status: 'active' }] });
    const more = { ...eligibilityAnswers(samuelOkafor), providerAgreement: true };
    const linking = { token, body: { id: portal.chance.newId(), answers: more } };
    expect(await callPortal(portal, 'POST', '/linked-accounts', linking)).toMatchObject({
      status: 201,
      body: { organization: { providerId: 'P518203' }, status: 'active' },
    });
    expect((await callPortal(portal, 'GET', '/linked-accounts', { token })).body).toMatchObject({
      linkedAccounts: [{}, {}],
    });
  });

  it('is answered a mismatch byte for byte like an unknown provider', async () => {
    const answers = eligibilityAnswers(harborviewFamilyMedicine);
    const wrongTaxId = { body: { answers: { ...answers, taxId: '111111111' } } };
    const unknown = { body: { answers: { ...answers, providerId: 'G999999' } } };
    const first = await callPortal(portal, 'POST', '/eligibility', wrongTaxId);
    const second = await callPortal(portal, 'POST', '/eligibility', unknown);
    expect(first.status).toBe(422);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
  });

  it('has to be signed in to see or link accounts', async () => {
    const answers = { ...eligibilityAnswers(samuelOkafor), providerAgreement: true };
    const linking = { body: { id: portal.chance.newId(), answers } };
    expect((await callPortal(portal, 'GET', '/linked-accounts')).status).toBe(401);
    expect((await callPortal(portal, 'POST', '/linked-accounts', linking)).status).toBe(401);
  });

  it('leaves nothing personal in the log', async () => {
    await callPortal(portal, 'POST', '/registrations', {
      body: { id: portal.chance.newId(), answers: registrationAnswers(harborviewFamilyMedicine, { zip: '1' }) },
    });
    const log = portal.logLines.join('\n');
    for (const personal of [noor, 'Haddad', '043182657', 'quiet harbor']) expect(log).not.toContain(personal);
  });
});
