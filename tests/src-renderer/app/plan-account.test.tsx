import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../src-renderer/app/app.tsx';
import { ribbonGroups } from '../../../src-renderer/app/ribbon/ribbon-choices.ts';
import { shownPlace } from '../../../src-renderer/app/shown-place.ts';
import type { Place } from '../../../src-renderer/lib/navigation.tsx';
import { mainScreens } from '../../../src-shared/ipc/window.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import { createFakeDesk } from '../fake-desk.ts';
import { planAccount } from '../fake-desk-health-plans.ts';
import { deskAccount, syncState } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const account = planAccount();
const alone = () =>
  createFakeDesk({
    accounts: [account],
    activeAccountId: account.account.id,
    sync: syncState({ accountId: account.account.id, lastSyncedAt: null }),
  });
const open = async (place?: Place, desk = alone()) => {
  const rendered = await renderScreen(<App />, { desk, ...(place === undefined ? {} : { place }) });
  await screen.findByRole('heading', { level: 1 }, { timeout: 20_000 });
  return rendered;
};
const navigation = () => within(screen.getByRole('navigation', { name: 'Main' }));
const labels = () =>
  navigation()
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

describe('A11: the window of an account with health plans', () => {
  it('has Manage Your User Profile in its navigation, and nothing about people', async () => {
    const { person } = await open();
    expect(labels()).toEqual(
      expect.arrayContaining(['Home', 'Manage Your User Profile', 'Practice Profile', 'Settings']),
    );
    for (const absent of [
      'Manage Users',
      'Invitations',
      'Link Account',
      'Manage Linked Accounts',
      'Waiting & attention',
    ])
      expect(labels()).not.toContain(absent);
    await person.click(navigation().getByRole('button', { name: 'Manage Your User Profile' }));
    await screen.findByRole('heading', { level: 1, name: 'Manage Your User Profile' }, { timeout: 20_000 });
    expect(navigation().getByRole('button', { name: 'Manage Your User Profile' }).getAttribute('aria-current')).toBe(
      'page',
    );
  });

  it.each(['users', 'invitations', 'access-requests', 'outbox', 'linked-accounts'] as const)(
    'is at home in place of %s',
    async (place) => {
      await open({ screen: place });
      expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Anna');
      expect(navigation().getByRole('button', { name: 'Home' }).getAttribute('aria-current')).toBe('page');
    },
  );

  it('is up to date without an organization, and says who the account is', async () => {
    const { person, navigation: at } = await open({ screen: 'settings' });
    const badge = await screen.findByTitle('Open Home');
    expect(badge.textContent).toBe('Up to date');
    const ribbon = screen.getByRole('button', { name: 'Account: Anna Berg anna.berg@harborview.example' });
    await person.click(ribbon);
    expect(await screen.findByRole('option', { name: 'Anna Berg' })).toBeTruthy();
    await person.keyboard('{Escape}');
    await person.click(badge);
    await waitFor(() => expect(at.getState().place).toEqual({ screen: 'home' }));
  });
});

describe('where the window is', () => {
  const plans = { desk: account, portal: carelonMbm };
  const people = { desk: deskAccount(), portal: cca };

  it('is where it was asked to be, if the portal has something there', () => {
    for (const screenName of mainScreens) {
      const place = { screen: screenName };
      expect(shownPlace(place, null)).toBe(place);
      expect(shownPlace(place, people).screen).toBe(screenName === 'user-profile' ? 'home' : screenName);
    }
    expect(shownPlace({ screen: 'user-profile' }, plans)).toEqual({ screen: 'user-profile' });
    expect(shownPlace({ screen: 'link-account' }, plans)).toEqual({ screen: 'home' });
    expect(shownPlace({ screen: 'sign-in', portalId: 'cca' }, plans).screen).toBe('sign-in');
  });

  it('is never among health plans where records are kept by hand', () => {
    const byHand = { ...plans, desk: planAccount({ mode: 'guided' }) };
    expect(shownPlace({ screen: 'user-profile' }, byHand)).toEqual({ screen: 'home' });
  });
});

it('the ribbon offers an account without organizations under its person’s name', () => {
  const names = (desk: typeof account) =>
    ribbonGroups([desk], null).flatMap(({ choices }) => choices.map(({ name }) => name));
  expect(names(account)).toEqual(['Anna Berg']);
  expect(names(deskAccount({ linkedAccounts: [] }))).toEqual(['No linked account yet']);
});
