import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src-renderer/app/app.tsx';
import { OrganizationScreen } from '../../../../src-renderer/features/organization/organization-screen.tsx';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { agency, providerCentralAccount } from '../../fake-desk-agencies.ts';
import { anna, deskAccount, fixtureId } from '../../fixtures.ts';
import { renderPeople } from '../../components/people/render-people.tsx';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const at = (over: Parameters<typeof createFakeDesk>[0] = {}) =>
  createFakeDesk({ accounts: [providerCentralAccount()], agencies: [agency(1, 'Summit Medical Billing')], ...over });
const draw = (desk = at()) => renderPeople(<OrganizationScreen users={<p>The users</p>} />, { desk });

/** The facts by their names. */
const facts = (): Record<string, string | null> =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent ?? null]),
  );

describe('D9: Organization details', () => {
  it('carries the labels of the guide, letter for letter', async () => {
    await draw();
    expect(await screen.findByRole('heading', { level: 1, name: 'Organization details' })).toBeTruthy();
    expect(facts()).toEqual({
      'Organization name': 'Harborview Family Medicine',
      Default: 'NoMake default',
      Nickname: 'Create or edit nickname',
      NPI: '1234567893',
      'Provider number': 'CCA-100245',
    });
    expect(
      screen.getByText(/learn the status of users and billing agencies and whether any action is required/u),
    ).toBeTruthy();
    expect(screen.getByText(/For billing agencies use actions to manage their access/u)).toBeTruthy();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'Manage users',
      'Manage billing agencies',
    ]);
    expect(screen.getByRole('button', { name: '< Back to My organizations' })).toBeTruthy();
  });

  it('has tabs for the arrow keys, and each shows what it says', async () => {
    const { person } = await draw();
    const users = await screen.findByRole('tab', { name: 'Manage users' });
    expect(screen.getByText('The users').closest('[role=tabpanel]')).toBeTruthy();
    users.focus();
    await person.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Manage billing agencies');
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    expect(await screen.findByRole('table', { name: 'Manage billing agencies' })).toBeTruthy();
    await person.keyboard('{ArrowRight}');
    expect(screen.getByText('The users').closest('[role=tabpanel]')).toBeTruthy();
  });

  it('gives the organization a nickname, by keyboard alone, and takes it away again', async () => {
    const { person, desk } = await draw();
    const edit = await screen.findByRole('button', { name: 'Create or edit nickname' });
    edit.focus();
    await person.keyboard('{Enter}');
    const box = await screen.findByRole('textbox', { name: 'Nickname' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await person.keyboard('  Downtown office {Enter}');
    await waitFor(() => expect(facts()['Nickname']).toBe('Downtown officeCreate or edit nickname'));
    expect(desk.inputsOf('linkedAccounts.setPreferences')).toEqual([
      { accountId: anna.id, linkedAccountId: fixtureId(201), nickname: 'Downtown office', isDefault: false },
    ]);
    await person.click(screen.getByRole('button', { name: 'Create or edit nickname' }));
    await person.clear(await screen.findByRole('textbox', { name: 'Nickname' }));
    await person.keyboard('{Enter}');
    await waitFor(() => expect(facts()['Nickname']).toBe('Create or edit nickname'));
  });

  it('says what is wrong with a nickname, and that it could not be kept', async () => {
    const desk = at();
    const { person } = await draw(desk);
    await person.click(await screen.findByRole('button', { name: 'Create or edit nickname' }));
    const box = await screen.findByRole('textbox', { name: 'Nickname' });
    await person.type(box, 'x'.repeat(81));
    await person.keyboard('{Enter}');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(desk.inputsOf('linkedAccounts.setPreferences')).toEqual([]);
    desk.failWith('linkedAccounts.setPreferences', { code: 'disk_full' });
    await person.clear(box);
    await person.type(box, 'Downtown{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    // what was typed is still there
    expect((box as HTMLInputElement).value).toBe('Downtown');
  });

  it('makes it the default one, and then no longer offers that', async () => {
    const { person } = await draw();
    await person.click(await screen.findByRole('button', { name: 'Make default' }));
    await waitFor(() => expect(facts()['Default']).toBe('Yes'));
  });

  it('shows nothing to change to somebody who is signed out, and no tabs to one who may not see people', async () => {
    const account = providerCentralAccount({ state: 'signed-out', activeLinkedAccountId: fixtureId(202) });
    await draw(at({ accounts: [account] }));
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create or edit nickname' })).toBeNull();
    expect(screen.queryByRole('tab')).toBeNull();
    expect(screen.getByText(/Ask an administrator/u)).toBeTruthy();
  });
});

describe('D9: the way to the details', () => {
  it('leads from My Organizations in the ribbon over View/edit details, and back', async () => {
    const desk = at();
    const { person } = await renderScreen(<App />, { desk });
    await person.click(await screen.findByRole('button', { name: /Linked account: Harborview/u }));
    const ribbon = await screen.findByRole('dialog');
    await person.click(within(ribbon).getByRole('button', { name: 'My Organizations' }));
    await person.click(await screen.findByRole('button', { name: 'View/edit details: Riverside Pediatrics' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Organization details' })).toBeTruthy();
    expect(desk.inputsOf('linkedAccounts.activate').at(-1)).toEqual({
      accountId: anna.id,
      linkedAccountId: fixtureId(202),
    });
    await person.click(screen.getByRole('button', { name: '< Back to My organizations' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'My Organizations' })).toBeTruthy();
  });

  it('shows the users table of the organization inside, under one heading', async () => {
    const desk = at();
    await renderScreen(<App />, { desk, place: { screen: 'organization' } });
    expect(await screen.findByRole('grid', { name: providerCentral.labels.users })).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Invite New User' })).toBeTruthy();
  });

  it('is nowhere at portals that have no such screen', async () => {
    const desk = createFakeDesk({ accounts: [deskAccount()] });
    await renderScreen(<App />, { desk, place: { screen: 'organization' } });
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByText('Organization details')).toBeNull();
    cleanup();
    await renderScreen(<App />, { desk, place: { screen: 'linked-accounts' } });
    expect(await screen.findByRole('row', { name: /Riverside/u })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /View\/edit details/u })).toBeNull();
  });

  it('a nickname stands first in the ribbon and the list, the real name below', async () => {
    const [first, ...rest] = providerCentralAccount().linkedAccounts;
    if (first === undefined) throw new Error('There is one');
    const account = providerCentralAccount({ linkedAccounts: [{ ...first, nickname: 'Downtown' }, ...rest] });
    await renderScreen(<App />, { desk: at({ accounts: [account] }), place: { screen: 'linked-accounts' } });
    const ribbon = await screen.findByRole('button', { name: /Linked account: Downtown/u });
    expect(ribbon.textContent).toContain('Harborview Family Medicine');
    expect((await screen.findByRole('row', { name: /Downtown/u })).textContent).toContain('Harborview Family Medicine');
  });
});
