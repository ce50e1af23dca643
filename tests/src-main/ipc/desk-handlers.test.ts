import { describe, expect, it } from 'vitest';
import { procedures, type ProcedureName } from '../../../src-shared/ipc/contract.ts';
import { ok } from '../../../src-shared/result.ts';
import { appHandlers } from '../../../src-main/ipc/app-handlers.ts';
import { deskHandlers } from '../../../src-main/ipc/desk-handlers.ts';
import { createInvoke } from '../../../src-main/ipc/invoke.ts';
import { accountId, id, linkedAccountId, organizationId, revoke, user, userId } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { guidedDesk, registration } from '../support/guided-fixtures.ts';
import { runningDesk } from '../support/running-desk.ts';

const [account, organization] = [{ accountId: accountId(1) }, { organizationId: organizationId(1) }];
const page = { ...organization, search: '', after: null, skip: 0, limit: 50 };
const guidedAccount = { accountId: accountId(7) };
const agencyByHand = { id: id(701), name: 'Summit Medical Billing', city: 'Worcester', state: 'MA' };
const code = { ...account, code: '123456' };
const signIn = { portalId: 'cca', signInId: id(1) };

/** One good input for every procedure that needs keychain and cache, in an order in which they can be carried out. */
const inputs: Partial<Record<ProcedureName, object>> = {
  'accounts.completeSignIn': { ...signIn, method: 'email', code: '123456' },
  'accounts.list': {},
  'accounts.activate': account,
  'linkedAccounts.activate': { ...account, linkedAccountId: linkedAccountId(1) },
  'linkedAccounts.setPreferences': {
    ...account,
    linkedAccountId: linkedAccountId(1),
    nickname: 'Downtown',
    isDefault: true,
  },
  'linkedAccounts.refresh': account,
  'linkedAccounts.find': { ...account, answers: { organizationNumber: 'P9' } },
  'linkedAccounts.requestPin': { ...account, linkedAccountId: linkedAccountId(1) },
  'linkedAccounts.enterPin': { ...account, linkedAccountId: linkedAccountId(1), pin: 'ACDEFGHJ' },
  'linkedAccounts.link': { ...account, id: id(2), answers: { providerId: '2' } },
  'healthPlans.acceptDisclaimer': { ...account, revision: '2026-01' },
  'healthPlans.offered': account,
  'healthPlans.add': { ...account, id: id(3), planId: 'alder', taxIds: ['123456789'] },
  'healthPlans.list': account,
  'orders.uploads': { ...account, orderId: id(4) },
  'notices.dismiss': { ...account, noticeId: 'branding-change' },
  'notices.dismissed': account,
  'users.page': { ...page, roles: [], statuses: [], sort: { column: 'name', direction: 'ascending' } },
  'users.counts': organization,
  'invitations.page': { ...page, statuses: [] },
  'accessRequests.page': { ...page, statuses: [] },
  'billingAgencies.search': { ...account, search: 'billing' },
  'billingAgencies.page': { ...organization, limit: 50 },
  'commands.submit': { ...organization, intents: [revoke(1)] },
  'commands.list': organization,
  'commands.ofAccount': account,
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
  'drafts.keep': { key: 'register cca', draft: { answers: {}, stepId: 'account', found: null } },
  'drafts.read': { key: 'register cca' },
  'drafts.discard': { key: 'register cca' },
  'npiRegistry.consent': { allowed: true },
  'npiRegistry.state': {},
  'npiRegistry.lookUp': { npi: '1234567893' },
  'guided.register': registration(),
  'guided.records': { ...guidedAccount, organizationId: null, skip: 0 },
  'guided.keepNote': { ...guidedAccount, organizationId: null, note: 'Called them' },
  'guided.addDeadline': { ...guidedAccount, id: id(600), label: 'Renew', dueOn: '2026-05-01' },
  'guided.endDeadline': { ...guidedAccount, deadlineId: id(600), doneOn: '2026-03-01' },
  'guided.deadlines': guidedAccount,
  'guided.copy': { text: 'quiet maple', isSecret: true },
};

/** These only pass on what the portal answers. */
const passedOn = [
  'checkEligibility',
  'findProviders',
  'findHealthPlans',
  'register',
  'resendVerification',
  'requestPasswordReset',
  'startSignIn',
  'sendPasscode',
  'startMigration',
];

/** About an organization that is kept by hand; below. */
const ofOrganization = ['steps', 'recordStep', 'keepPerson', 'keepAgency', 'recordStatus', 'importUsers'];

/** These need a portal with orders, a file or an upload: tests/src-main/orders. */
const ofOrders = [
  'search',
  'detail',
  'openLetter',
  'putAdditionalInformation',
  'chooseDocument',
  'uploadDocument',
  'pauseUpload',
  'resumeUpload',
  'cancelUpload',
];

const open = (desk = runningDesk()) => {
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
      'linkedAccounts.forgetPreferences',
      ...ofOrganization.map((name) => `guided.${name}`),
      ...ofOrders.map((name) => `orders.${name}`),
      ...passedOn.map((name) => `accounts.${name}`),
    ];
    const own = Object.keys(procedures).filter((name) => !/^(?:app|forms)\./u.test(name));
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

describe('an organization that is kept by hand', () => {
  const uma = { firstName: 'Uma', lastName: 'User', role: 'user', permissions: ['eligibility'], status: 'active' };

  it('takes people, and a step once it was done', async () => {
    const desk = await guidedDesk();
    const { organizationId } = desk;
    const { call } = open(desk);
    const person = { ...uma, kind: 'user', id: userId(9), email: 'uma@example.com' };
    expect(await call('guided.keepPerson', { organizationId, person })).toEqual({ ok: true, value: {} });
    await settle();

    expect(await call('guided.keepAgency', { organizationId, agency: agencyByHand })).toEqual({ ok: true, value: {} });
    const [linked] = desk.cache.guided.linkedAccounts(desk.accountId);
    const kept = { status: 'active', since: '2026-03-02', note: null };
    const status = { ...guidedAccount, linkedAccountId: linked?.id, kept };
    expect(await call('guided.recordStatus', status)).toEqual({ ok: true, value: {} });
    const users = [{ ...uma, email: 'una@example.com' }];
    expect(await call('guided.importUsers', { organizationId, confirmed: true, users })).toMatchObject({
      value: { added: 1 },
    });
    const submitted = await call('commands.submit', { organizationId, intents: [revoke(9)] });
    const { commandIds } = submitted.ok ? (submitted.value as { commandIds: string[] }) : { commandIds: [] };
    expect(await call('guided.steps', { organizationId })).toMatchObject({ value: { steps: [{ blocked: false }] } });
    const result = { outcome: 'done', doneOn: '2026-03-02', reference: null, note: null };
    const record = { commandId: commandIds[0], result };
    expect(await call('guided.recordStep', record)).toEqual({ ok: true, value: {} });
  });

  it.each<[ProcedureName, object, string]>([
    ['guided.keepPerson', { organizationId: 'x', person: {} }, 'organizationId'],
    ['guided.keepAgency', { ...organization, agency: { ...agencyByHand, state: 'Mass' } }, 'agency.state'],
    ['guided.recordStatus', { ...guidedAccount, linkedAccountId: id(1), kept: { status: 'gone' } }, 'kept.status'],
    ['guided.importUsers', { ...organization, confirmed: true, users: [] }, 'users'],
    ['guided.importUsers', { ...organization, confirmed: true, users: [{ ...uma, email: 'no' }] }, 'users.0.email'],
    ['guided.recordStep', { commandId: id(1), result: { outcome: 'not-done', reason: ' ' } }, 'result.reason'],
    ['guided.recordStep', { commandId: id(1), result: { outcome: 'done', doneOn: '2026-02-30' } }, 'result.doneOn'],
    ['guided.copy', { text: 'x'.repeat(2001), isSecret: true }, 'text'],
    ['guided.addDeadline', { ...guidedAccount, id: id(1), label: '', dueOn: '2026-05-01' }, 'label'],
    ['guided.register', { ...registration(), answers: { a: 'x'.repeat(2001) } }, 'answers.a'],
  ])('%s refuses bad input %#', async (name, input, path) => {
    const answer = await open().call(name, input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(answer.ok ? [] : answer.error.fields?.map((field) => field.path)).toContain(path);
  });
});
