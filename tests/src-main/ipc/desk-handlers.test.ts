import { describe, expect, it } from 'vitest';
import { procedures, type ProcedureName } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { appHandlers } from '../../../src-main/ipc/app-handlers.ts';
import { deskHandlers } from '../../../src-main/ipc/desk-handlers.ts';
import { createInvoke } from '../../../src-main/ipc/invoke.ts';
import { accountId, id, linkedAccountId, organizationId, revoke, user } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';

const [account, organization] = [{ accountId: accountId(1) }, { organizationId: organizationId(1) }];
const page = { ...organization, search: '', after: null, skip: 0, limit: 50 };
const code = { ...account, code: '123456' };
const signIn = { portalId: 'cca', signInId: id(1) };

/** One good input for every procedure that needs keychain and cache, in an order in which they can be carried out. */
const inputs: Partial<Record<ProcedureName, object>> = {
  'accounts.completeSignIn': { ...signIn, method: 'email', code: '123456' },
  'accounts.list': {},
  'accounts.activate': account,
  'linkedAccounts.activate': { ...account, linkedAccountId: linkedAccountId(1) },
  'linkedAccounts.refresh': account,
  'linkedAccounts.link': { ...account, id: id(2), answers: { providerId: '2' } },
  'users.page': { ...page, roles: [], statuses: [], sort: { column: 'name', direction: 'ascending' } },
  'users.counts': organization,
  'invitations.page': { ...page, statuses: [] },
  'accessRequests.page': { ...page, statuses: [] },
  'commands.submit': { ...organization, intents: [revoke(1)] },
  'commands.list': organization,
  'sync.state': account,
  'sync.now': account,
  'accounts.changePassword': { ...account, currentPassword: 'old one', newPassword: 'new one' },
  'accounts.startAuthenticator': account,
  'accounts.confirmAuthenticator': code,
  'accounts.removeAuthenticator': code,
  'accounts.signOut': account,
  'accounts.remove': account,
  'practice.save': { people: [], organizations: [] },
  'practice.read': {},
  'npiRegistry.consent': { allowed: true },
  'npiRegistry.state': {},
  'npiRegistry.lookUp': { npi: '1234567893' },
};

/** These only pass on what the portal answers. */
const passedOn = [
  'checkEligibility',
  'findProviders',
  'register',
  'resendVerification',
  'requestPasswordReset',
  'startSignIn',
  'sendPasscode',
];

const open = () => {
  const desk = runningDesk();
  const frame = { state: () => ({}) } as unknown as Parameters<typeof appHandlers>[0];
  const invoke = createInvoke({
    pageUrl: 'app://portal-desk/',
    appHandlers: appHandlers(frame),
    deskHandlers: Promise.resolve(ok(deskHandlers(desk))),
    log: (entry) => {
      throw new Error(JSON.stringify(entry));
    },
  });
  return {
    ...desk,
    call: (name: string, input: unknown) => invoke({ url: 'app://portal-desk/', isMainFrame: true }, name, input),
  };
};

describe('every procedure', () => {
  it('does its work, and no answer carries a token', async () => {
    const { call, portal } = open();
    portal.put(organizationId(1), { kind: 'user', entity: user(1) });
    for (const [name, input] of Object.entries(inputs)) {
      const answer = await call(name, input);
      expect([name, answer]).toMatchObject([name, { ok: true }]);
      expect(JSON.stringify(answer)).not.toMatch(/access-|refresh-/u);
      await settle();
    }
  });

  it('is in the table above, passed on to the portal, or the app’s own', () => {
    const covered = [
      ...Object.keys(inputs),
      'commands.undo',
      'commands.dismiss',
      ...passedOn.map((name) => `accounts.${name}`),
    ];
    const own = Object.keys(procedures).filter((name) => !name.startsWith('app.'));
    expect(covered.toSorted()).toEqual(own.toSorted());
  });
});

describe('a decision', () => {
  it('is taken back, or its refusal taken note of', async () => {
    const { call, portal } = open();
    portal.put(organizationId(1), { kind: 'user', entity: user(1) }, { kind: 'user', entity: user(2) });
    await call('accounts.completeSignIn', inputs['accounts.completeSignIn']);
    await settle();
    portal.decide = () => ({ code: 'last_administrator' });
    await call('commands.submit', { ...organization, intents: [revoke(1)] });
    await settle();
    expect(await call('commands.dismiss', { commandId: id(1) })).toEqual({ ok: true, value: {} });
    portal.fault = () => ({ code: 'offline' });
    portal.breakStreams();
    await settle();
    await call('commands.submit', { ...organization, intents: [revoke(2)] });
    await settle();
    expect(await call('commands.undo', { commandId: id(2) })).toEqual({ ok: true, value: {} });
  });
});

describe('what is not there', () => {
  it.each<[ProcedureName, object, string]>([
    ['accounts.activate', account, 'not_found'],
    ['accounts.signOut', account, 'not_found'],
    ['sync.state', account, 'not_found'],
    ['linkedAccounts.refresh', account, 'not_found'],
    ['commands.undo', { commandId: id(7) }, 'not_found'],
    ['commands.dismiss', { commandId: id(7) }, 'not_found'],
    ['commands.submit', { ...organization, intents: [revoke(1)] }, 'not_permitted'],
  ])('is a value for %s', async (name, input, expected) => {
    expect(await open().call(name, input)).toEqual({ ok: false, error: { code: expected } });
  });

  it('is empty for reads', async () => {
    const { call } = open();
    expect(await call('users.counts', organization)).toMatchObject({ ok: true, value: { users: 0 } });
    expect(await call('commands.list', organization)).toEqual({ ok: true, value: { items: [] } });
  });
});
