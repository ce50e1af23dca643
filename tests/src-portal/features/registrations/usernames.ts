import { expect } from 'vitest';
import type { PortalFixture } from '../../portal-fixture.ts';

export const noor = 'noor.haddad@example.com';
export const password = 'quiet maple harbor';

const person = {
  firstName: 'Noor',
  lastName: 'Haddad',
  email: noor,
  phone: '413-555-0123',
  username: 'Noor.Haddad',
  password,
  passwordAgain: password,
  terms: true,
};

/** Sections 1 to 4 of a ProviderPortal (A2-A6); no plan is chosen. */
export const portalAnswers = (changed: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...person,
  userRole: 'ordering-provider',
  organizationName: 'Harborview Family Medicine',
  street: '12 Coddington Street',
  city: 'Quincy',
  state: 'MA',
  zip: '02169',
  fax: '413-555-0124',
  securityQuestion1: 'first-street',
  securityAnswer1: 'Elm  Street',
  securityQuestion2: 'first-job',
  securityAnswer2: 'Worcester',
  securityQuestion3: 'first-car',
  securityAnswer3: 'Saab',
  application: 'health-plan-utilization-review',
  providerIdentifier: 'tax-id',
  taxIds: ['04-3182657'],
  healthPlans: [],
  ...changed,
});

/** The steps of Provider Central (D4). */
export const profileAnswers = (changed: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...person,
  providerNumber: '1234567893',
  role: 'office-staff',
  ...changed,
});

/** What somebody does at one portal, over HTTP. */
export function at(portal: PortalFixture, portalId: string) {
  const call = async (path: string, body: object, address = '192.0.2.1') => {
    const reply = await portal.app.inject({
      method: 'POST',
      url: `/portals/${portalId}${path}`,
      payload: body,
      remoteAddress: address,
    });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
  };
  const start = (username: string, secret = password) =>
    call('/sign-ins', { username, password: secret, device: 'Desk' });
  return {
    register: (answers: Record<string, unknown>, { id = portal.chance.newId(), address = '192.0.2.1' } = {}) =>
      call('/registrations', { id, answers }, address),
    start,
    /** Opens the newest link that went to the address, and presses its button. Answers the page. */
    async confirm(email: string): Promise<string> {
      const link = new URL(/https:\S+/u.exec((await portal.emailTo(email)).text)?.[0] ?? '');
      const reply = await portal.app.inject({
        method: 'POST',
        url: link.pathname,
        payload: link.searchParams.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return reply.body;
    },
    /** With the passcode out of the email. Answers the account. */
    async signIn(username: string): Promise<Record<string, unknown>> {
      const started = await start(username);
      expect(started).toMatchObject({ status: 201 });
      const signIn = `/sign-ins/${String(started.body['signInId'])}`;
      await call(`${signIn}/passcodes`, {});
      const code = /\b\d{6}\b/u.exec((await portal.emailTo(noor)).text)?.[0] ?? '';
      const done = await call(`${signIn}/verification`, { method: 'email', code });
      expect(done.status).toBe(201);
      return done.body['account'] as Record<string, unknown>;
    },
    account: (email = noor) =>
      portal.context.database
        .selectFrom('account')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('email', '=', email)
        .executeTakeFirst(),
  };
}
