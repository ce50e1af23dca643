import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LinkAccountScreen } from '../../../../src-renderer/features/linked-accounts/link-account-screen.tsx';
import { LinkedAccountsScreen } from '../../../../src-renderer/features/linked-accounts/linked-accounts-screen.tsx';
import { LinkedAccountsOverview } from '../../../../src-renderer/features/home/linked-accounts-overview.tsx';
import type { LinkedAccount, MailedPin } from '../../../../src-shared/domain/organization.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow, linkedAccounts } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const inMinutes = (minutes: number) => new Date(fixtureNow.getTime() + minutes * 60_000).toISOString();
const waits: LinkedAccount['waits'] = [
  { id: 'approvals', label: 'Approving new users', until: inMinutes(12) },
  { id: 'claims', label: 'Submitting claims with ConnectCenter', until: inMinutes(23 * 60 + 57) },
];
const printed: MailedPin = {
  requestedAt: inMinutes(-5 * 24 * 60),
  mailedAt: inMinutes(-3 * 24 * 60),
  expiresAt: inMinutes(57 * 24 * 60),
  triesLeft: 5,
};

function deskWith(change: Partial<LinkedAccount>, isFirst = false) {
  const [harborview] = linkedAccounts;
  if (harborview === undefined) throw new Error('There is one');
  const account = deskAccount({
    account: { ...anna, portalId: 'provider-central' },
    linkedAccounts: [{ ...harborview, ...change }],
  });
  return createFakeDesk({ accounts: [account], activeAccountId: anna.id, isFirst });
}

describe('My Organizations', () => {
  it('D2: shows until when what has to wait, and how long that still is', async () => {
    await renderScreen(<LinkedAccountsScreen />, { desk: deskWith({ waits }) });
    expect(await screen.findByRole('heading', { level: 1, name: 'My Organizations' })).toBeTruthy();
    const row = (await screen.findByRole('row', { name: /Harborview/u })).textContent;
    expect(row).toContain('Waiting (until 2:32 PM)');
    expect(row).toContain('Waiting until 2:32 PM: Approving new users (12 min left)');
    expect(row).toContain('Waiting until Mar 5, 2:17 PM: Submitting claims with ConnectCenter (24 h left)');
  });

  it('D2: waits that are over are no longer shown', async () => {
    const over = waits.map((wait) => ({ ...wait, until: inMinutes(-1) }));
    await renderScreen(<LinkedAccountsScreen />, { desk: deskWith({ waits: over }) });
    const row = (await screen.findByRole('row', { name: /Harborview/u })).textContent;
    expect(row).toContain('Active');
    expect(row).not.toContain('Waiting');
  });

  it('D2: Home shows them too', async () => {
    const desk = deskWith({ waits });
    const [account] = desk.world.accounts;
    if (account === undefined) throw new Error('There is one');
    await renderScreen(<LinkedAccountsOverview active={{ desk: account, portal: providerCentral }} />, { desk });
    expect(screen.getByText('Waiting until 2:32 PM: Approving new users (12 min left)')).toBeTruthy();
  });

  it('D6: names the administrators who have to agree', async () => {
    const awaiting = { status: 'awaiting-administrator', administrators: ['Priya Raman', 'Tom Albrecht'] } as const;
    await renderScreen(<LinkedAccountsScreen />, {
      desk: deskWith({ ...awaiting, administrators: [...awaiting.administrators] }),
    });
    const row = (await screen.findByRole('row', { name: /Harborview/u })).textContent;
    expect(row).toContain('Awaiting administrator');
    expect(row).toContain('Ask Priya Raman and Tom Albrecht to approve you.');
  });

  it('without any organization says what is needed', async () => {
    const desk = createFakeDesk({
      accounts: [
        deskAccount({
          account: { ...anna, portalId: 'provider-central' },
          linkedAccounts: [],
          activeLinkedAccountId: null,
        }),
      ],
    });
    await renderScreen(<LinkedAccountsScreen />, { desk });
    expect(await screen.findByText('No organizations yet')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Add an organization' })).toHaveLength(2);
  });
});

describe('Enter PIN (D8)', () => {
  const open = async (pin: MailedPin = printed, desk = deskWith({ status: 'awaiting-pin', pin })) => {
    const rendered = await renderScreen(<LinkedAccountsScreen />, { desk });
    const opener = await screen.findByRole('button', { name: 'Enter PIN of Harborview Family Medicine' });
    opener.focus();
    await rendered.person.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Enter PIN' }));
    const field = dialog.getByLabelText('PIN');
    await waitFor(() => expect(document.activeElement).toBe(field));
    return { ...rendered, desk, dialog, field };
  };

  it('by keyboard: the right one makes it active, and the dialog goes', async () => {
    const { person, desk } = await open();
    await person.keyboard('acde-fghj{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.inputsOf('linkedAccounts.enterPin')).toEqual([
      { accountId: anna.id, linkedAccountId: fixtureId(201), pin: 'ACDEFGHJ' },
    ]);
    expect(desk.world.accounts[0]?.linkedAccounts.map(({ status }) => status)).toEqual(['active']);
  });

  it('says until when it can be used, and whom to call', async () => {
    const { dialog } = await open();
    expect(dialog.getByText(/The PIN can be used until Apr 30, 2026\./u)).toBeTruthy();
    expect(dialog.getByText(/1-800-771-4097, option 2/u)).toBeTruthy();
  });

  it('says when it comes, as long as it was not mailed', async () => {
    const { dialog } = await open({ ...printed, mailedAt: null, expiresAt: null });
    expect(dialog.getByText(/It comes by U\.S\. mail by Mar 9, 2026\./u)).toBeTruthy();
  });

  it('a wrong one is told beside the field, with the tries that are left', async () => {
    const { person, dialog, field } = await open();
    await person.keyboard('AAAAAAAA{Enter}');
    expect(
      await dialog.findByText(/That PIN is not right\. Compare it with the letter\. You have 4 tries left\./u),
    ).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await person.type(field, 'C');
    expect(dialog.queryByText(/not right/u)).toBeNull();
  });

  it('what cannot be a PIN is not sent', async () => {
    const { person, dialog, desk } = await open();
    await person.keyboard('ACDE{Enter}');
    expect(await dialog.findByText(/A PIN has eight letters and digits/u)).toBeTruthy();
    expect(desk.inputsOf('linkedAccounts.enterPin')).toEqual([]);
  });

  it('one that was tried too often gives way to a new one', async () => {
    const { person, dialog, desk } = await open({ ...printed, triesLeft: 0 });
    expect(dialog.getByText(/tried too often\. Request a new one\./u)).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Request a new PIN' }));
    expect(await dialog.findByText('A new PIN is on its way')).toBeTruthy();
    expect(desk.inputsOf('linkedAccounts.requestPin')).toHaveLength(1);
  });

  it('offline it says so and keeps what was typed', async () => {
    const desk = deskWith({ status: 'awaiting-pin', pin: printed });
    desk.failWith('linkedAccounts.enterPin', { code: 'offline' });
    const { person, dialog, field } = await open(printed, desk);
    await person.keyboard('ACDEFGHJ{Enter}');
    expect((await dialog.findByRole('alert')).textContent).toContain('You are offline');
    expect((field as HTMLInputElement).value).toBe('ACDEFGHJ');
  });
});

describe('Add an organization', () => {
  it('D5: asks for whoever is signed in, and shows which way is open', async () => {
    const desk = deskWith({});
    const { person } = await renderScreen(<LinkAccountScreen />, { desk });
    await person.type(await screen.findByLabelText(/^NPI or Blue Cross/u), 'CCA-100772');
    await person.type(screen.getByLabelText(/^Tax ID or Social/u), '12-3456789');
    await person.click(screen.getByRole('button', { name: 'Next' }));
    const administrator = await screen.findByRole('radio', { name: 'Request access from an account administrator' });
    expect((administrator as HTMLInputElement).disabled).toBe(false);
    expect((screen.getByRole('radio', { name: 'Request same-day access' }) as HTMLInputElement).disabled).toBe(true);
    expect(desk.inputsOf('linkedAccounts.find')).toEqual([
      { accountId: anna.id, answers: { organizationNumber: 'CCA-100772', taxId: '123456789' } },
    ]);
    expect(desk.inputsOf('accounts.checkEligibility')).toEqual([]);
  });

  it('D7: who has no try left is shown the other ways', async () => {
    const desk = deskWith({}, true);
    desk.failWith('linkedAccounts.link', { code: 'locked_out', retryAfterMs: 3_600_000 });
    const { person } = await renderScreen(<LinkAccountScreen />, { desk });
    await person.type(await screen.findByLabelText(/^NPI or Blue Cross/u), 'CCA-100772');
    await person.type(screen.getByLabelText(/^Tax ID or Social/u), '12-3456789');
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await person.click(await screen.findByRole('radio', { name: 'Request a PIN by U.S. mail' }));
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await person.click(await screen.findByRole('button', { name: 'Request PIN' }));
    expect(await screen.findByText(/go back and choose to request a PIN by U\.S\. mail, or call/u)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('Wait 1 hour');
  });
});
