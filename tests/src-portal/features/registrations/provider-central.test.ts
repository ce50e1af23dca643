import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { emptyTables } from '../../test-database.ts';
import { at, noor, profileAnswers } from './usernames.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortalFixture();
});
beforeEach(async () => {
  await emptyTables(portal.context.database);
});
afterAll(() => portal.close());

const here = () => at(portal, 'provider-central');

describe('D1, D4: a personal profile', () => {
  it('is registered without an organization, and signs in once the address is confirmed', async () => {
    expect(await here().register(profileAnswers())).toEqual({
      status: 202,
      body: { email: noor, hasAdministrator: false, useBy: null },
    });
    expect(await here().account()).toMatchObject({
      username: 'noor.haddad',
      role: 'office-staff',
      provider_number: '1234567893',
      agency_name: null,
      expires_at: null,
    });
    expect(await here().confirm(noor)).toContain('has been confirmed');
    expect(await here().signIn('Noor.Haddad')).toMatchObject({ status: 'active', username: 'noor.haddad' });
    expect(await portal.context.database.selectFrom('membership').selectAll().execute()).toEqual([]);
  });

  it('D4: wants its terms accepted, and keeps that they were', async () => {
    expect((await here().register(profileAnswers({ terms: false }))).body).toMatchObject({
      error: { fields: [{ path: 'terms', code: 'not_accepted' }] },
    });
    await here().register(profileAnswers());
    expect(await portal.context.database.selectFrom('agreement_acceptance').selectAll().execute()).toMatchObject([
      { agreement_id: 'terms-of-use', organization_id: null },
    ]);
  });

  it('D4: names no organization that could be matched', async () => {
    const reply = await portal.app.inject({
      method: 'POST',
      url: '/portals/provider-central/eligibility',
      payload: { answers: {} },
    });
    expect(reply.statusCode).toBe(404);
  });
});

describe('D3: somebody who has a login', () => {
  it('is told by email how to add an organization to it', async () => {
    await here().register(profileAnswers());
    await here().confirm(noor);
    await here().register(profileAnswers({ username: 'second.login' }));
    expect((await portal.emailTo(noor)).text).toContain(
      'To add another organization, choose My Organizations and then Add an organization after signing in.',
    );
  });
});

describe('D4, D10: a billing agency', () => {
  it('is entered in the directory once the address is confirmed, not before', async () => {
    const { database } = portal.context;
    await here().register(profileAnswers({ role: 'billing-agency', agencyName: 'Bay Billing' }));
    expect(await database.selectFrom('billing_agency').selectAll().execute()).toEqual([]);
    await here().confirm(noor);
    expect(await database.selectFrom('billing_agency').selectAll().execute()).toMatchObject([
      { portal_id: 'provider-central', name: 'Bay Billing', registered_at: portal.chance.now() },
    ]);
  });
});
