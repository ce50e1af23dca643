import { describe, expect, it } from 'vitest';
import type { ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import { accountId, id, linkedAccount, linkedAccountId, organizationId } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';

const summit: ListedAgency = {
  id: id(70),
  name: 'Summit Medical Billing',
  city: 'Worcester',
  state: 'MA',
  isRegistered: true,
};
const signIn = { portalId: 'cca', signInId: id(1), method: 'email', code: '123456' } as const;

async function signedIn(...linked: ReturnType<typeof linkedAccount>[]) {
  const desk = runningDesk();
  desk.portal.linkedAccounts = linked.length === 0 ? [linkedAccount()] : linked;
  desk.portal.agencies = [summit];
  expect((await desk.signIns.complete(signIn)).ok).toBe(true);
  await settle();
  return desk;
}

describe('D10: the search for billing agencies', () => {
  it('asks the portal, and what it showed can be added without a line to it', async () => {
    const desk = await signedIn();
    const intent = {
      kind: 'add-billing-agency',
      subjectId: id(71),
      payload: { agencyId: summit.id },
    } as const;
    expect(desk.decisions.submit(organizationId(1), [intent])).toEqual({ ok: false, error: { code: 'not_found' } });
    const input = { accountId: accountId(1), search: 'summit' };
    expect(await desk.billingAgencies.search(input)).toEqual({ ok: true, value: { agencies: [summit] } });
    desk.portal.fault = () => ({ code: 'offline' });
    expect(desk.decisions.submit(organizationId(1), [intent]).ok).toBe(true);
    expect(desk.billingAgencies.page({ organizationId: organizationId(1), limit: 10 })).toMatchObject({
      rows: [{ name: 'Summit Medical Billing', version: 0, status: 'pending', pending: [{ state: 'waiting' }] }],
      total: 1,
    });
    expect(await desk.billingAgencies.search(input)).toEqual({ ok: false, error: { code: 'offline' } });
  });

  it('is for accounts that are here and signed in', async () => {
    const desk = await signedIn();
    const search = (account: string) => desk.billingAgencies.search({ accountId: account, search: 'summit' });
    expect(await search(accountId(9))).toEqual({ ok: false, error: { code: 'not_found' } });
    await desk.accounts.signOut(accountId(1));
    expect(await search(accountId(1))).toEqual({ ok: false, error: { code: 'signed_out' } });
  });
});

describe('D9: nickname and default', () => {
  it('the window opens on the default organization after a sign-in', async () => {
    const desk = await signedIn(linkedAccount(1), linkedAccount(2, { isDefault: true }), linkedAccount(3));
    expect(desk.directory.find(accountId(1))?.activeLinkedAccountId).toBe(linkedAccountId(2));
  });

  it('a default that cannot be opened gives way to the first that can', async () => {
    const desk = await signedIn(
      linkedAccount(1, { status: 'revoked', isDefault: true }),
      linkedAccount(2),
      linkedAccount(3),
    );
    expect(desk.directory.find(accountId(1))?.activeLinkedAccountId).toBe(linkedAccountId(2));
  });

  it('are set at the portal and kept here; what is open stays open', async () => {
    const desk = await signedIn(linkedAccount(1), linkedAccount(2));
    const set = (linked: number) =>
      desk.accounts.setPreferences({
        accountId: accountId(1),
        linkedAccountId: linkedAccountId(linked),
        nickname: 'Downtown',
        isDefault: true,
      });
    expect(await set(2)).toEqual({ ok: true, value: undefined });
    await settle();
    const kept = desk.directory.find(accountId(1));
    expect(kept?.linkedAccounts.map(({ nickname, isDefault }) => [nickname, isDefault])).toEqual([
      [null, false],
      ['Downtown', true],
    ]);
    expect(kept?.activeLinkedAccountId).toBe(linkedAccountId(1));
  });
});
