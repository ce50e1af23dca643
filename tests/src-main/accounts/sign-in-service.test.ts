import { describe, expect, it, vi } from 'vitest';
import { secretNames } from '../../../src-main/vault/secret-store.ts';
import { account, accountId, id, linkedAccount, organizationId, session, token } from '../support/fixtures.ts';
import { runningDesk } from '../support/running-desk.ts';
import { emails } from '../support/temporary-cache.ts';

const code = { portalId: 'cca', signInId: id(1), method: 'email', code: '123456' } as const;

describe('what happens before a sign-in', () => {
  it('is passed to the portal as it is, with the device’s name', async () => {
    const { signIns, asked } = runningDesk();
    const params = { portalId: 'cca' };
    const answers = { zip: '02108' };
    await signIns.checkEligibility({ portalId: 'cca', answers });
    await signIns.findHealthPlans({ portalId: 'cca', taxIds: ['123456789'] });
    await signIns.register({ portalId: 'cca', id: id(1), answers });
    await signIns.resendVerification({ portalId: 'cca', email: 'a@example.com' });
    await signIns.requestPasswordReset({ portalId: 'cca', email: 'a@example.com' });
    await signIns.start({ portalId: 'cca', username: 'a@example.com', password: 'correct horse' });
    await signIns.sendPasscode({ portalId: 'cca', signInId: id(2) });
    expect(asked).toEqual([
      { params, query: {}, body: { answers } },
      { params, query: {}, body: { taxIds: ['123456789'] } },
      { params, query: {}, body: { id: id(1), answers } },
      { params, query: {}, body: { email: 'a@example.com' } },
      { params, query: {}, body: { email: 'a@example.com' } },
      {
        params,
        query: {},
        body: { username: 'a@example.com', password: 'correct horse', device: 'Portal Desk on Linux' },
      },
      { params: { portalId: 'cca', signInId: id(2) }, query: {}, body: {} },
    ]);
  });
});

describe('E1, E2: other steps of a sign-in', () => {
  it('E2: the new address and password are passed on as they are', async () => {
    const { signIns, asked } = runningDesk();
    await signIns.startMigration({ portalId: 'cca', signInId: id(2), email: 'n@example.com', password: 'new one' });
    expect(asked).toEqual([
      {
        params: { portalId: 'cca', signInId: id(2) },
        query: {},
        body: { email: 'n@example.com', password: 'new one' },
      },
    ]);
  });

  it('E1: the answer to a secret question is sent as the code of its method', async () => {
    const { signIns, asked } = runningDesk();
    await signIns.complete({ ...code, method: 'secret-question', code: 'Ferry Lane' });
    expect(asked[0]).toEqual({
      params: { portalId: 'cca', signInId: id(1) },
      query: {},
      body: { method: 'secret-question', code: 'Ferry Lane' },
    });
  });
});

describe('a completed sign-in', () => {
  it('keeps the account, shows it, and starts its sync', async () => {
    const { signIns, accounts, cache, portal, listener } = runningDesk();
    portal.put(organizationId(1), { kind: 'organization', entity: linkedAccount(1).organization });
    const answer = await signIns.complete(code);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        state: 'signed-in',
        linkedAccounts: [{ id: linkedAccount(1).id }],
        activeLinkedAccountId: linkedAccount(1).id,
      },
    });
    expect(accounts.list().activeAccountId).toBe(accountId(1));
    expect(listener.told).toContain('accounts');
    await vi.waitFor(() => {
      expect(cache.feed.state(organizationId(1)).position).toBe(1);
    });
  });

  it('keeps the refresh token in the keychain, and no token anywhere else', async () => {
    const { signIns, secrets, accounts } = runningDesk();
    const answer = await signIns.complete(code);
    expect(await secrets.get(secretNames.refreshToken(accountId(1)))).toBe(token('refresh-1'));
    expect(JSON.stringify([answer, accounts.list()])).not.toMatch(/refresh-|access-1/u);
  });

  it('keeps nothing when the keychain cannot be reached', async () => {
    const { signIns, secrets, cache, running } = runningDesk();
    secrets.isLocked = true;
    expect(await signIns.complete(code)).toEqual({ ok: false, error: { code: 'keychain_unavailable' } });
    expect(cache.accounts.list()).toEqual([]);
    expect(running.all()).toEqual([]);
  });

  it('works while the portal does not tell the linked accounts', async () => {
    const { signIns, portal } = runningDesk();
    portal.fault = (name) => (name === 'linkedAccounts' ? { code: 'portal_error' } : null);
    expect(await signIns.complete(code)).toMatchObject({ ok: true, value: { linkedAccounts: [] } });
  });

  it('of an account at another portal is not believed', async () => {
    const { signIns, answers, cache } = runningDesk();
    answers.session = session(1, { account: account(1, { portalId: 'other' }) });
    expect(await signIns.complete(code)).toEqual({ ok: false, error: { code: 'unexpected_answer' } });
    expect(cache.accounts.list()).toEqual([]);
  });

  it('once more replaces the session and keeps what waits', async () => {
    const { signIns, accounts, running, cache, lines } = runningDesk();
    await signIns.complete(code);
    const before = running.find(accountId(1));
    await accounts.signOut(accountId(1));
    expect(cache.accounts.find(accountId(1))?.state).toBe('signed-out');
    await signIns.complete(code);
    expect(cache.accounts.find(accountId(1))?.state).toBe('signed-in');
    expect(running.find(accountId(1))).not.toBe(before);
    expect(running.all()).toHaveLength(1);
    expect(lines).toHaveLength(2);
    expect(emails(cache, organizationId(1))).toEqual([]);
  });
});
