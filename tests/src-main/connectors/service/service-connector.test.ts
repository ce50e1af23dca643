import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../src-shared/domain/command.ts';
import { openServiceLine } from '../../../../src-main/connectors/service/open-service-line.ts';
import {
  account,
  accountId,
  id,
  linkedAccount,
  moment,
  organizationId,
  revoke,
  session,
  token,
} from '../../support/fixtures.ts';
import { FakeTokens } from '../../support/fake-sessions.ts';
import { realSchedule, sendJson, standIn, type Answer } from '../../support/http-stand-in.ts';

const lineTo = async (answer: Answer) => {
  const portal = await standIn(answer);
  const tokens = new FakeTokens();
  const line = openServiceLine(
    { fetch: (url, init) => fetch(url, init), schedule: realSchedule },
    { accountId: accountId(1), portalId: 'cca', portalUrl: portal.url, tokens, onEnded: () => undefined },
  );
  await line.adopt(session());
  return { portal, line, connector: line.connector, tokens };
};

const command: Command = {
  id: id(1),
  organizationId: organizationId(1),
  baseVersion: 1,
  decidedAt: moment,
  intent: revoke(1),
};

const inOrganization = `/portals/cca/organizations/${organizationId(1)}`;

describe('a connector to a portal service', () => {
  it('asks what the contract says and answers what it is answered', async () => {
    const plans = { plans: [], disclaimer: { revision: '2026-01', agreedAt: moment } };
    const answers: Record<string, [number, unknown]> = {
      'GET /portals/cca/account': [200, account()],
      'GET /portals/cca/linked-accounts': [200, { linkedAccounts: [linkedAccount()] }],
      'POST /portals/cca/linked-accounts': [201, linkedAccount(2)],
      [`GET ${inOrganization}/snapshot?limit=250`]: [200, { records: [], next: 'x', position: 1, total: 9 }],
      [`GET ${inOrganization}/snapshot?limit=9&after=x`]: [200, { records: [], next: null, position: 1, total: 9 }],
      [`GET ${inOrganization}/changes?after=1&limit=5`]: [200, { changes: [], more: false }],
      [`POST ${inOrganization}/commands`]: [200, { status: 'applied', commandId: id(1), version: 2, position: 3 }],
      'POST /portals/cca/account/authenticator': [201, { secret: 's', uri: 'otpauth://x' }],
      'POST /portals/cca/account/authenticator/confirmation': [200, account(1, { authenticatorSince: moment })],
      'POST /portals/cca/account/authenticator/removal': [200, account()],
      'GET /portals/cca/account/health-plans': [200, plans],
      'GET /portals/cca/health-plans': [200, { plans: [{ id: 'alder', name: 'Alder Health' }] }],
      'POST /portals/cca/account/health-plans': [201, plans],
      'POST /portals/cca/account/disclaimer': [200, {}],
      'PUT /portals/cca/account/password': [200, {}],
      'DELETE /portals/cca/sessions/current': [200, {}],
    };
    const { portal, connector } = await lineTo(({ method, url }, response) => {
      const [status, body] = answers[`${method} ${url}`] ?? [404, { error: { code: 'not_found' } }];
      sendJson(response, status, body);
    });
    const value = (result: unknown) => ({ ok: true, value: result });
    expect(await connector.account()).toEqual(value(account()));
    expect(await connector.linkedAccounts()).toEqual(value([linkedAccount()]));
    expect(await connector.linkAccount(id(2), { zip: '02108' })).toEqual(value(linkedAccount(2)));
    expect(await connector.snapshot(organizationId(1), null, 250)).toMatchObject(value({ next: 'x' }));
    expect(await connector.snapshot(organizationId(1), 'x', 9)).toMatchObject(value({ next: null }));
    expect(await connector.changes(organizationId(1), 1, 5)).toEqual(value({ changes: [], more: false }));
    expect(await connector.submit(command)).toMatchObject(value({ status: 'applied' }));
    expect(await connector.startAuthenticator()).toMatchObject(value({ secret: 's' }));
    expect(await connector.confirmAuthenticator('123456')).toMatchObject(value({ authenticatorSince: moment }));
    expect(await connector.removeAuthenticator('123456')).toMatchObject(value({ authenticatorSince: null }));
    expect(await connector.accountHealthPlans()).toEqual(value(plans));
    expect(await connector.offeredHealthPlans()).toEqual(value([{ id: 'alder', name: 'Alder Health' }]));
    expect(await connector.addHealthPlan({ id: id(3), planId: 'alder', taxIds: ['123456789'] })).toEqual(value(plans));
    expect(await connector.acceptDisclaimer('2026-01')).toEqual(value(undefined));
    expect(await connector.changePassword('old one', 'new one')).toEqual(value(undefined));
    expect(await connector.signOut()).toEqual(value(undefined));
    expect(portal.requests.every(({ headers }) => headers.authorization === `Bearer ${token('access-1')}`)).toBe(true);
    expect(portal.requests.find(({ url }) => url.endsWith('/commands'))?.body).toEqual(command);
    expect(portal.requests.find(({ method }) => method === 'PUT')?.body).toEqual({
      currentPassword: 'old one',
      newPassword: 'new one',
    });
  });

  it('does not take another command’s outcome for this one’s', async () => {
    const { connector } = await lineTo((_, response) => {
      sendJson(response, 200, { status: 'applied', commandId: id(99), version: 2, position: 3 });
    });
    expect(await connector.submit(command)).toEqual({ ok: false, error: { code: 'unexpected_answer' } });
  });

  it('gives up what is under way when its line is closed', async () => {
    const { connector, line, portal } = await lineTo(() => undefined);
    const call = connector.account();
    await expect.poll(() => portal.requests.length).toBe(1);
    await line.close();
    expect(await call).toEqual({ ok: false, error: { code: 'offline' } });
  });

  it('renews its session on the way', async () => {
    const { connector, tokens, portal } = await lineTo(({ url, headers }, response) => {
      if (url.endsWith('/refresh'))
        sendJson(response, 200, session(1, { accessToken: token('new'), refreshToken: token('r2') }));
      else if (headers.authorization === `Bearer ${token('new')}`) sendJson(response, 200, account());
      else sendJson(response, 401, { error: { code: 'session_ended' } });
    });
    expect(await connector.account()).toMatchObject({ ok: true });
    expect(tokens.kept).toBe(token('r2'));
    expect(portal.requests.find(({ url }) => url.endsWith('/refresh'))?.body).toEqual({
      refreshToken: token('refresh-1'),
    });
  });
});
