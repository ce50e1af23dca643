import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src-renderer/app/app.tsx';
import { LinkedAccountsScreen } from '../../../../src-renderer/features/linked-accounts/linked-accounts-screen.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { knownProvider } from '../../fake-desk-accounts.ts';
import { anna, deskAccount, fixtureId } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const row = (name: RegExp) => screen.findByRole('row', { name });

describe('Manage Linked Accounts (C8)', () => {
  it('tells of each what it is, what one may do there and where it stands', async () => {
    await renderScreen(<LinkedAccountsScreen />);
    const harborview = within(await row(/Harborview/u));
    expect(harborview.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
      'CCA-100245',
      'Administrator',
      'All',
      'Active',
      'In use',
    ]);
    expect((await row(/Riverside/u)).textContent).toContain('Eligibility, Claims status');
    expect((await row(/Lakeside/u)).textContent).toContain('Ask Priya Raman and Tom Albrecht to approve you.');
    expect((await row(/Miriam Oakes/u)).textContent).toContain('They wrote: We do not know this email address.');
  });

  it('switches to an active one, and offers that for no other', async () => {
    const { person, desk } = await renderScreen(<LinkedAccountsScreen />);
    const switches = await screen.findAllByRole('button', { name: /^Switch/u });
    expect(switches.map((button) => button.getAttribute('aria-label'))).toEqual(['Switch to Riverside Pediatrics']);
    const [only] = switches;
    if (only === undefined) throw new Error('There is one');
    await person.click(only);
    expect(desk.inputsOf('linkedAccounts.activate')).toEqual([{ accountId: anna.id, linkedAccountId: fixtureId(202) }]);
  });

  it('leads somebody without any to the form', async () => {
    const { person, navigation } = await renderScreen(<LinkedAccountsScreen />, {
      desk: createFakeDesk({ accounts: [deskAccount({ linkedAccounts: [], activeLinkedAccountId: null })] }),
    });
    expect(await screen.findByText('No linked accounts yet')).toBeTruthy();
    const [, inList] = screen.getAllByRole('button', { name: 'Link Account' });
    if (inList === undefined) throw new Error('The empty list offers it');
    await person.click(inList);
    expect(navigation.getState().place).toEqual({ screen: 'link-account' });
  });

  it('offline it keeps the list in sight and says so', async () => {
    const desk = createFakeDesk();
    desk.failWith('linkedAccounts.refresh', { code: 'offline' });
    const { person } = await renderScreen(<LinkedAccountsScreen />, { desk });
    await person.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
    expect(await row(/Harborview/u)).toBeTruthy();
  });
});

describe('Link Account (C8)', () => {
  it('matches, shows whom one joins, and ends on the list', async () => {
    const { person, desk } = await renderScreen(<App />, { place: { screen: 'link-account' } });
    await screen.findByRole('heading', { level: 1, name: 'Link Account' }, { timeout: 20_000 });
    await person.click(screen.getByRole('radio', { name: 'Practitioner' }));
    const fill = async (label: RegExp, text: string) => {
      await person.click(screen.getByLabelText(label));
      await person.paste(text);
    };
    await fill(/^Practitioner's First Name/u, 'Miriam');
    await fill(/^Practitioner's Last Name/u, 'Oakes');
    await fill(/^Tax ID/u, knownProvider.taxId);
    await fill(/^CCA Provider ID/u, knownProvider.providerId);
    await fill(/^ZIP code/u, knownProvider.zip);
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText(/You are about to join/u);
    await person.click(screen.getByRole('checkbox', { name: 'I confirm the Provider Agreement' }));
    await person.click(screen.getByRole('button', { name: 'Finish' }));
    await screen.findByRole('heading', { level: 1, name: 'Manage Linked Accounts' }, { timeout: 20_000 });
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(6));
    const [sent] = desk.inputsOf('linkedAccounts.link');
    expect(sent).toMatchObject({
      accountId: anna.id,
      answers: { providerType: 'practitioner', providerAgreement: true },
    });
    expect(sent?.answers).not.toHaveProperty('groupName');
  });
});
