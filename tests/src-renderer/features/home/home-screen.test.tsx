import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HomeScreen } from '../../../../src-renderer/features/home/home-screen.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const draw = async (...options: Parameters<typeof renderScreen>[1][]) => {
  const rendered = await renderScreen(<HomeScreen />, options[0]);
  await screen.findByRole('heading', { level: 1 });
  return rendered;
};

describe('home', () => {
  it.each([
    [8, 'Good morning, Anna'],
    [14, 'Good afternoon, Anna'],
    [20, 'Good evening, Anna'],
  ])('at %i o’clock it says "%s"', async (hour, greeting) => {
    const now = new Date(2026, 2, 4, hour);
    await draw({ surroundings: { now: () => now, newId: () => fixtureId(1) } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(greeting);
  });

  it.each([
    ['Pending requests 3', 'access-requests'],
    ['Users 40', 'users'],
    ['Administrators 4', 'users'],
    ['Open invitations 1', 'invitations'],
  ])('"%s" opens its screen', async (name, to) => {
    const { person, navigation } = await draw();
    await person.click(await screen.findByRole('button', { name }));
    expect(navigation.getState().place).toEqual({ screen: to });
  });

  it('does not number people for somebody who may not see them', async () => {
    const { desk } = await draw({
      desk: createFakeDesk({ accounts: [deskAccount({ activeLinkedAccountId: fixtureId(202) })] }),
    });
    expect(screen.queryByRole('button', { name: /^Users/u })).toBeNull();
    expect(desk.inputsOf('users.counts')).toEqual([]);
  });

  it('says when the numbers cannot be had, and asks again', async () => {
    const desk = createFakeDesk();
    desk.failWith('users.counts', { code: 'cache_unreadable' });
    const { person } = await draw({ desk });
    const alert = within(await screen.findByRole('alert'));
    desk.failWith('users.counts', null);
    await person.click(alert.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Users 40' })).toBeTruthy();
  });

  it('lists the linked accounts with where each stands', async () => {
    await draw();
    const section = within(screen.getByRole('region', { name: 'Linked accounts' }));
    expect(section.getByText('Awaiting administrator')).toBeTruthy();
    expect(section.getByText('Denied')).toBeTruthy();
  });

  it('recommends the authenticator app until it is set up', async () => {
    const { person, navigation } = await draw();
    await person.click(screen.getByRole('button', { name: 'Set up' }));
    expect(navigation.getState().place).toEqual({ screen: 'settings' });
    cleanup();
    const account = { ...anna, authenticatorSince: fixtureNow.toISOString() };
    await draw({ desk: createFakeDesk({ accounts: [deskAccount({ account })] }) });
    expect(screen.queryByRole('button', { name: 'Set up' })).toBeNull();
  });

  it('E2: tells until when the account has to move to multi-factor authentication, and leads there', async () => {
    const dueAt = (days: number) => new Date(fixtureNow.getTime() + days * 24 * 60 * 60_000).toISOString();
    const world = (days: number) => {
      const account = { ...anna, portalId: 'carelon-mbm', username: 'anna.berg', migrationDueAt: dueAt(days) };
      return { desk: createFakeDesk({ accounts: [deskAccount({ account, linkedAccounts: [] })] }) };
    };
    const { person, navigation } = await draw(world(12));
    expect(screen.getByText(/30 days to complete it: 12 days left, until /u)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Sign in and set it up' }));
    expect(navigation.getState().place).toEqual({
      screen: 'sign-in',
      portalId: 'carelon-mbm',
      email: 'anna.berg',
    });
    cleanup();
    await draw(world(-1));
    const over = screen.getByText('Your next sign-in will be refused').closest('[role="status"]');
    expect(over?.textContent).toContain('Carelon Web Customer Service: 1-800-252-2021');
    expect(screen.queryByRole('button', { name: 'Sign in and set it up' })).toBeNull();
  });

  it('opens the portal’s published pages in the browser', async () => {
    const { person, desk } = await draw();
    await person.click(screen.getByRole('button', { name: /^Provider Portal/u }));
    expect(desk.inputsOf('app.openLink')).toEqual([
      { portalId: 'cca', url: 'https://www.commonwealthcarealliance.org/ma/providers/' },
    ]);
  });
});
