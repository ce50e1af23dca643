import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src-renderer/app/app.tsx';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow, linkedAccounts, syncState } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  // happy-dom does not scroll
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const open = async (desk?: FakeDesk) => {
  const rendered = await renderScreen(<App />, desk === undefined ? {} : { desk });
  await screen.findByRole('heading', { level: 1 }, { timeout: 20_000 });
  return rendered;
};
const ribbon = () => screen.getByRole('button', { name: /^Linked account:/u });
const pointed = () => {
  const holder = screen.queryByRole('combobox') ?? screen.getByRole('listbox');
  return document.getElementById(holder.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
};

describe('the ribbon (C9)', () => {
  it('names the linked account that the window works for', async () => {
    await open();
    expect(ribbon().textContent).toBe(
      'Linked account: Harborview Family Medicine Provider ID/Billing Number CCA-100245',
    );
  });

  it('switches with the keyboard alone: shortcut, arrow, Enter', async () => {
    const { person, desk } = await open();
    await person.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    const list = await screen.findByRole('listbox', { name: 'Linked accounts' });
    expect(document.activeElement).toBe(list);
    expect(pointed()).toContain('Harborview');
    await person.keyboard('{ArrowDown}');
    expect(pointed()).toContain('Riverside Pediatrics');
    await person.keyboard('{Enter}');
    await waitFor(() => expect(ribbon().textContent).toContain('Riverside Pediatrics'));
    expect(desk.inputsOf('linkedAccounts.activate')).toEqual([{ accountId: anna.id, linkedAccountId: fixtureId(202) }]);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('shows what cannot be opened, with the reason, and does not open it', async () => {
    const { person, desk } = await open();
    await person.click(ribbon());
    const waiting = await screen.findByRole('option', { name: /Lakeside Cardiology/u });
    expect(waiting.getAttribute('aria-disabled')).toBe('true');
    expect(waiting.textContent).toContain('Awaiting administrator Ask Priya Raman and Tom Albrecht to approve you.');
    await person.click(waiting);
    await person.keyboard('{End}{Enter}');
    expect(pointed()).toContain('Dr. Miriam Oakes');
    expect(desk.inputsOf('linkedAccounts.activate')).toEqual([]);
  });

  it('D2: says of one with a running wait until when, and opens it', async () => {
    const waiting = linkedAccounts.slice(0, 2).map((linked, place) => ({
      ...linked,
      waits:
        place === 0
          ? []
          : [
              {
                id: 'approvals' as const,
                label: 'Approving new users',
                until: new Date(fixtureNow.getTime() + 720_000).toISOString(),
              },
            ],
    }));
    const { person } = await open(createFakeDesk({ accounts: [deskAccount({ linkedAccounts: waiting })] }));
    await person.click(ribbon());
    const option = await screen.findByRole('option', { name: /Riverside Pediatrics/u });
    expect(option.textContent).toMatch(/Waiting \(until .+\)$/u);
    expect(option.getAttribute('aria-disabled')).toBe('false');
    expect(screen.getByRole('option', { name: /Harborview/u }).textContent).not.toMatch(/Waiting|Active/u);
    await person.click(option);
    await waitFor(() => expect(ribbon().textContent).toContain('Riverside Pediatrics'));
  });

  it('arrow keys go round, Home and End jump, Escape closes', async () => {
    const { person } = await open();
    await person.click(ribbon());
    await screen.findByRole('listbox');
    await person.keyboard('{ArrowUp}');
    expect(pointed()).toContain('Miriam Oakes');
    await person.keyboard('{ArrowDown}');
    expect(pointed()).toContain('Harborview');
    await person.keyboard('{End}{Home}');
    expect(pointed()).toContain('Harborview');
    await person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  });

  it('lets one type when there are many, and says when nothing fits', async () => {
    const many = Array.from({ length: 9 }, (_, n) => ({
      ...deskAccount().linkedAccounts[0],
      id: fixtureId(600 + n),
      organization: { ...linkedAccounts[0]?.organization, name: `Practice ${String(n)}`, providerId: `P-${String(n)}` },
    })) as ReturnType<typeof deskAccount>['linkedAccounts'];
    const { person, desk } = await open(
      createFakeDesk({ accounts: [deskAccount({ linkedAccounts: many, activeLinkedAccountId: fixtureId(600) })] }),
    );
    await person.click(ribbon());
    const search = await screen.findByRole('combobox', { name: 'Find a linked account' });
    expect(document.activeElement).toBe(search);
    await person.keyboard('zzz');
    expect(screen.getByText('No linked account contains “zzz”.')).toBeTruthy();
    await person.clear(search);
    await person.keyboard('P-7{Enter}');
    await waitFor(() => expect(ribbon().textContent).toContain('Practice 7'));
    expect(desk.inputsOf('linkedAccounts.activate')).toEqual([{ accountId: anna.id, linkedAccountId: fixtureId(607) }]);
  });

  it('reaches the linked accounts of another account', async () => {
    const other = deskAccount({
      account: { ...anna, id: fixtureId(2), email: 'billing@oakhill.example' },
      linkedAccounts: linkedAccounts.slice(1, 2).map((linked) => ({ ...linked, id: fixtureId(700) })),
      activeLinkedAccountId: null,
    });
    const { person, desk } = await open(
      createFakeDesk({ accounts: [deskAccount({ linkedAccounts: linkedAccounts.slice(0, 1) }), other] }),
    );
    await person.click(ribbon());
    await person.click(await screen.findByRole('option', { name: /Riverside Pediatrics/u }));
    await waitFor(() => expect(ribbon().textContent).toContain('Riverside Pediatrics'));
    expect(desk.inputsOf('accounts.activate')).toEqual([{ accountId: fixtureId(2) }]);
  });

  it('stays open with the reason when the switch fails', async () => {
    const { person, desk } = await open();
    desk.failWith('linkedAccounts.activate', { code: 'disk_full' });
    await person.click(ribbon());
    await person.click(await screen.findByRole('option', { name: /Riverside/u }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect(ribbon().textContent).toContain('Harborview');
  });

  it('signs out after asking, and says what happens to changes that wait', async () => {
    const { person, desk } = await open(createFakeDesk({ sync: syncState({ waiting: 3, needsAttention: 1 }) }));
    await person.click(ribbon());
    await person.click(await screen.findByRole('button', { name: 'Sign out' }));
    const dialog = await screen.findByRole('dialog', { name: 'Sign out' }, { timeout: 20_000 });
    expect(dialog.textContent).toContain('3 decisions have not been sent yet.');
    expect(dialog.textContent).toContain('Nobody else who signs in here sends them.');
    expect(dialog.textContent).toContain('1 decision that was refused stays under Waiting & attention.');
    expect(desk.inputsOf('accounts.signOut')).toEqual([]);
    const [confirm] = screen.getAllByRole('button', { name: 'Sign out' }).slice(-1);
    if (confirm === undefined) throw new Error('The dialog has its button');
    await person.click(confirm);
    expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeTruthy();
    expect(desk.inputsOf('accounts.signOut')).toEqual([{ accountId: anna.id }]);
  });

  it('leads to one more account', async () => {
    const { person } = await open();
    await person.click(ribbon());
    await person.click(await screen.findByRole('button', { name: 'Add an account' }));
    expect(await screen.findByRole('heading', { name: 'Choose a portal' }, { timeout: 20_000 })).toBeTruthy();
  });
});
