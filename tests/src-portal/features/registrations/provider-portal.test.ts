import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aim } from '../../../../src-shared/portals/aim.ts';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { verifyAccount } from '../../../../src-portal/operator/verify-account.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { emptyTables } from '../../test-database.ts';
import { at, noor, password, portalAnswers } from './usernames.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortalFixture();
});
beforeEach(async () => {
  await emptyTables(portal.context.database);
  portal.emails.length = 0;
});
afterAll(() => portal.close());

const here = () => at(portal, 'carelon-mbm');
const days = (count: number) => count * 24 * 60 * 60_000;
const verify = () => verifyAccount.run(portal.context, [carelonMbm], noor);

describe.each([carelonMbm, aim])('A1, A2, A3: a registration at $name', ({ id }) => {
  it('keeps what Sections 1 and 2 ask, and says until when it has to be used (A9)', async () => {
    const useBy = new Date(portal.chance.now().getTime() + days(60));
    expect(await at(portal, id).register(portalAnswers())).toEqual({
      status: 202,
      body: { email: noor, hasAdministrator: false, useBy: useBy.toISOString() },
    });
    expect(await at(portal, id).account()).toMatchObject({
      username: 'noor.haddad',
      role: 'ordering-provider',
      organization_name: 'Harborview Family Medicine',
      street: '12 Coddington Street',
      city: 'Quincy',
      state: 'MA',
      zip: '02169',
      phone: '4135550123',
      fax: '4135550124',
      email_verified_at: null,
      verified_at: null,
      expires_at: useBy,
    });
  });
});

describe('A3, A7: security answers', () => {
  it('are kept hashed, with their questions, and stand in no log line and no job', async () => {
    const { database } = portal.context;
    await here().register(portalAnswers());
    const kept = await database.selectFrom('security_answer').selectAll().orderBy('place').execute();
    expect(kept.map(({ place, question }) => [place, question])).toEqual([
      [1, 'first-street'],
      [2, 'first-job'],
      [3, 'first-car'],
    ]);
    for (const { answer_hash: hash } of kept) expect(hash).toMatch(/^\$argon2id\$/u);
    const elsewhere = JSON.stringify([kept, await database.selectFrom('job').selectAll().execute(), portal.logLines]);
    for (const secret of ['Elm', 'Worcester', 'Saab', password]) expect(elsewhere).not.toContain(secret);
  });

  it('of an earlier registration that nobody confirmed are replaced', async () => {
    await here().register(portalAnswers());
    await here().register(portalAnswers({ securityQuestion1: 'first-school' }));
    const kept = await portal.context.database.selectFrom('security_answer').select('question').execute();
    expect(kept.map(({ question }) => question).toSorted()).toEqual(['first-car', 'first-job', 'first-school']);
  });
});

describe('A6: the Terms of Service', () => {
  it('are recorded with their revision, for no organization', async () => {
    await here().register(portalAnswers());
    expect(await portal.context.database.selectFrom('agreement_acceptance').selectAll().execute()).toMatchObject([
      { organization_id: null, agreement_id: 'terms-of-service', revision: '2026-01' },
    ]);
  });
});

describe('A3: a username', () => {
  it('that somebody has is taken, and nothing is kept', async () => {
    await here().register(portalAnswers());
    const answered = await here().register(portalAnswers({ email: 'bich@example.com', username: 'NOOR.haddad' }));
    expect(answered).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_input', fields: [{ path: 'username', code: 'taken' }] } },
    });
    expect(await here().account('bich@example.com')).toBeUndefined();
  });

  it('is unique in its portal alone', async () => {
    await here().register(portalAnswers());
    expect((await at(portal, 'aim').register(portalAnswers())).status).toBe(202);
  });

  it('of two who want it at once, one gets it', async () => {
    const answered = await Promise.all(
      ['a', 'b', 'c'].map((name) => here().register(portalAnswers({ email: `${name}@example.com` }))),
    );
    expect(answered.map(({ status }) => status).toSorted()).toEqual([202, 400, 400]);
  });

  it('is not asked about without end by one stranger', async () => {
    await here().register(portalAnswers(), { address: '203.0.113.7' });
    const ask = (place: number) =>
      here().register(portalAnswers({ email: `p${String(place)}@example.com` }), { address: '198.51.100.9' });
    for (let place = 0; place < 20; place += 1) expect((await ask(place)).status).toBe(400);
    expect(await ask(20)).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
  });

  it('of an address that is confirmed is taken for that address too: the pair stays unknown', async () => {
    await here().register(portalAnswers());
    await here().confirm(noor);
    expect((await here().register(portalAnswers())).status).toBe(400);
    const answered = await here().register(portalAnswers({ username: 'somebody.else' }));
    expect(answered).toMatchObject({ status: 202, body: { email: noor } });
    expect((await portal.emailTo(noor)).text).toContain('You already have an account');
    expect(await here().account()).toMatchObject({ username: 'noor.haddad' });
  });
});

describe('the same registration again', () => {
  it('is answered the same and done once, without an organization too', async () => {
    const id = portal.chance.newId();
    const first = await here().register(portalAnswers(), { id });
    portal.chance.advance(1_000);
    expect(await here().register(portalAnswers(), { id })).toEqual(first);
    await portal.worker.runDueJobs();
    expect(portal.emails).toHaveLength(1);
    expect(await here().register(portalAnswers({ city: 'Boston' }), { id })).toMatchObject({
      status: 422,
      body: { error: { code: 'command_id_reused' } },
    });
  });
});

describe('A8: from the access key to the first sign-in', () => {
  it('goes by the email, the portal’s verification and a second email', async () => {
    await here().register(portalAnswers());
    expect((await portal.emailTo(noor)).subject).toContain('access key');
    expect(await here().start('noor.haddad')).toMatchObject({ body: { error: { code: 'email_unverified' } } });
    expect(await here().confirm(noor)).toContain('Your email address has been validated');
    expect(await here().start('noor.haddad')).toMatchObject({
      status: 403,
      body: { error: { code: 'awaiting_verification' } },
    });
    expect(await verify()).toMatchObject({ ok: true });
    const second = await portal.emailTo(noor);
    expect([second.subject, second.text]).toEqual([
      'Your account at the Carelon MBM provider portal is active',
      expect.stringContaining('Your username and password expire if not used by') as string,
    ]);
    expect(await here().signIn('noor.haddad')).toMatchObject({
      status: 'active',
      username: 'noor.haddad',
      expiresAt: null,
    });
  });

  it('verifying confirms the address where the email did not arrive (A10), and is done and recorded once', async () => {
    await here().register(portalAnswers());
    await verify();
    expect(await verify()).toMatchObject({ ok: true, value: { message: `${noor} was confirmed before` } });
    const audit = await portal.context.database.selectFrom('audit').selectAll().execute();
    expect(audit).toMatchObject([{ action: 'verify-account', after: { email: noor, status: 'active' } }]);
    expect((await here().signIn(noor))['email']).toBe(noor);
  });

  it('who does not know the password learns nothing of it', async () => {
    await here().register(portalAnswers());
    const unknown = await here().start('nobody.here', 'wrong one');
    expect(await here().start('noor.haddad', 'wrong one')).toEqual(unknown);
    expect(unknown).toMatchObject({ status: 401, body: { error: { code: 'wrong_credentials', triesLeft: 9 } } });
  });
});

describe('A3: signing in with either name', () => {
  it('counts wrong passwords of the two names apart, and lets each of them in', async () => {
    await here().register(portalAnswers());
    await verify();
    for (let tries = 0; tries < 11; tries += 1) await here().start('noor.haddad', 'wrong one');
    expect(await here().start('noor.haddad')).toMatchObject({ body: { error: { code: 'locked_out' } } });
    // neither how many tries are left nor the lockout tells that the names belong together
    expect(await here().start(noor, 'wrong one')).toMatchObject({ body: { error: { triesLeft: 9 } } });
    expect((await here().start(noor)).status).toBe(201);
  });
});
