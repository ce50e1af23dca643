import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../src-renderer/app/app.tsx';
import type { MainScreen } from '../../../src-shared/ipc/window.ts';
import type { Place } from '../../../src-renderer/lib/navigation.tsx';
import { createFakeDesk, type FakeDesk } from '../fake-desk.ts';
import { appState, deskAccount, fixtureId, linkedAccounts, syncState } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const slow = { timeout: 20_000 };
const open = async (desk?: FakeDesk, place?: Place) => {
  const rendered = await renderScreen(<App />, {
    ...(desk === undefined ? {} : { desk }),
    ...(place === undefined ? {} : { place }),
  });
  await screen.findByRole('heading', { level: 1 }, slow);
  return rendered;
};
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const mainNavigation = () => within(screen.getByRole('navigation', { name: 'Main' }));

describe('the window', () => {
  it('opens on the choice of a portal while there is no account', async () => {
    const { person } = await open(createFakeDesk({ accounts: [], activeAccountId: null }));
    expect(heading()).toBe('Choose a portal');
    expect(screen.queryByRole('navigation')).toBeNull();
    const cca = within(screen.getByRole('region', { name: 'CCA Provider Portal' }));
    await person.click(cca.getByRole('button', { name: 'Sign in' }));
    await screen.findByRole('heading', { level: 1, name: 'Sign in' }, slow);
  });

  it('says on every screen of a demonstration where emails go', async () => {
    const { person, desk } = await open();
    const banner = within(screen.getByRole('complementary', { name: 'Demonstration' }));
    expect(banner.getByText('Demonstration — emails go to a local mailbox')).toBeTruthy();
    await person.click(banner.getByRole('button', { name: 'Open mailbox' }));
    expect(desk.inputsOf('app.openMailbox')).toHaveLength(1);
  });

  it('says nothing of the kind elsewhere', async () => {
    await open(createFakeDesk({ app: appState({ demo: null }) }));
    expect(screen.queryByRole('complementary', { name: 'Demonstration' })).toBeNull();
  });

  it('has landmarks, and a skip link that goes past them', async () => {
    const { person } = await open();
    await person.tab();
    expect(document.activeElement?.textContent).toBe('Skip to content');
    await person.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  it('tells what to do when the keychain cannot be reached, and tries again', async () => {
    const desk = createFakeDesk({ app: appState({ problem: { code: 'keychain_unavailable' } }) });
    const { person } = await open(desk);
    expect(screen.getByRole('alert').textContent).toContain('Nothing is lost.');
    expect(screen.queryByRole('navigation')).toBeNull();
    desk.world.app = appState();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { level: 1, name: 'Good afternoon, Anna' }, slow);
  });

  it('tells when the accounts cannot be read', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.list', { code: 'cache_unreadable' });
    await open(desk);
    expect(heading()).toBe('The local data cannot be read');
  });
});

describe('navigation', () => {
  it('carries the portal’s labels, counts what waits, and marks where one is', async () => {
    await open(createFakeDesk({ sync: syncState({ waiting: 1, needsAttention: 1 }) }));
    const items = await waitFor(() => {
      const texts = mainNavigation()
        .getAllByRole('button')
        .map((item) => item.textContent);
      expect(texts).toContain('Access Requests3');
      return texts;
    });
    expect(items).toEqual([
      'Home',
      'Manage Users',
      'Invitations',
      'Access Requests3',
      'Link Account',
      'Manage Linked Accounts',
      'Waiting & attention2',
      'Practice Profile',
      'Settings',
    ]);
    expect(mainNavigation().getByRole('button', { current: 'page' }).textContent).toBe('Home');
  });

  it('leaves out what the person may not do', async () => {
    await open(createFakeDesk({ accounts: [deskAccount({ activeLinkedAccountId: fixtureId(202) })] }));
    expect(mainNavigation().queryByRole('button', { name: /Manage Users/u })).toBeNull();
    expect(mainNavigation().getByRole('button', { name: 'Link Account' })).toBeTruthy();
  });

  it('gives the focus to the heading of the screen that was opened, and names the window after it', async () => {
    const { person } = await open();
    await person.click(mainNavigation().getByRole('button', { name: 'Settings' }));
    const opened = await screen.findByRole('heading', { level: 1, name: 'Settings' }, slow);
    await waitFor(() => expect(document.activeElement).toBe(opened));
    expect(document.title).toBe('Settings - Portal Desk');
  });

  it('follows the application menu', async () => {
    const { desk } = await open();
    const screens: readonly [MainScreen, string][] = [
      ['linked-accounts', 'Manage Linked Accounts'],
      ['practice', 'Practice Profile'],
      ['settings', 'Settings'],
      ['home', 'Good afternoon, Anna'],
    ];
    for (const [to, name] of screens) {
      act(() => desk.emit('app.navigate', { screen: to }));
      await screen.findByRole('heading', { level: 1, name }, slow);
    }
  });

  it('says why there is nothing to manage while no linked account is active', async () => {
    const waiting = createFakeDesk({
      accounts: [deskAccount({ linkedAccounts: linkedAccounts.slice(2, 3), activeLinkedAccountId: null })],
    });
    await open(waiting, { screen: 'users' });
    expect(screen.getByText('Lakeside Cardiology Associates has to approve you first')).toBeTruthy();
    expect(screen.getByText(/Ask Priya Raman and Tom Albrecht/u)).toBeTruthy();
    cleanup();
    await open(createFakeDesk({ accounts: [deskAccount({ linkedAccounts: [], activeLinkedAccountId: null })] }), {
      screen: 'invitations',
    });
    expect(screen.getByText('No linked account is active')).toBeTruthy();
  });

  it('shows what was decided and refused also to somebody who has lost the last organization', async () => {
    const none = [deskAccount({ linkedAccounts: [], activeLinkedAccountId: null })];
    await open(createFakeDesk({ accounts: none }), { screen: 'outbox' });
    expect(screen.getByRole('heading', { level: 1, name: 'Waiting & attention' })).toBeTruthy();
    expect(await screen.findByText('Nothing is waiting')).toBeTruthy();
  });
});

describe('what the main process tells', () => {
  it('an ended session keeps the data in sight and offers the sign-in', async () => {
    const { desk, person } = await open();
    desk.world.accounts = [deskAccount({ state: 'signed-out' })];
    act(() => desk.emit('accounts.changed', {}));
    expect((await screen.findByRole('alert')).textContent).toContain('Your session ended.');
    expect(heading()).toBe('Good afternoon, Anna');
    await person.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Email', {}, slow)).value).toBe(
      'anna.berg@harborview.example',
    );
    await person.click(screen.getByRole('button', { name: 'Back to the desk' }));
    await screen.findByRole('heading', { level: 1, name: 'Good afternoon, Anna' }, slow);
  });

  it('a change of people renews the numbers', async () => {
    const { desk } = await open();
    await screen.findByRole('button', { name: 'Pending requests 3' });
    desk.world.accessRequests = [];
    act(() => desk.emit('people.changed', { organizationId: deskAccount().linkedAccounts[0]?.organization.id ?? '' }));
    await screen.findByRole('button', { name: 'Pending requests 0' });
  });

  it('the chosen colors reach the page', async () => {
    const { desk } = await open();
    for (const colorScheme of ['dark', 'light'] as const) {
      desk.world.app = appState({ colorScheme });
      act(() => desk.emit('app.stateChanged', {}));
      await waitFor(() => expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe(colorScheme));
    }
    expect(localStorage).toHaveLength(0);
  });
});
