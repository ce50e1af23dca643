import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LinkedAccountsScreen } from '../../../../src-renderer/features/linked-accounts/linked-accounts-screen.tsx';
import { dayOf } from '../../../../src-shared/domain/guided-deadline.ts';
import type { LinkedAccount } from '../../../../src-shared/domain/organization.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount, fixtureNow, linkedAccounts } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const pin = {
  requestedAt: '2026-03-01T17:00:00.000Z',
  mailedAt: null,
  expiresAt: '2026-04-30T17:00:00.000Z',
  triesLeft: 5,
};

function draw(change: Partial<LinkedAccount>, portalId = 'provider-central', mode: 'guided' | 'service' = 'guided') {
  const [harborview] = linkedAccounts;
  if (harborview === undefined) throw new Error('There is one');
  const account = deskAccount({
    mode,
    account: { ...anna, portalId },
    linkedAccounts: [{ ...harborview, ...change }],
  });
  return renderScreen(<LinkedAccountsScreen />, { desk: createFakeDesk({ accounts: [account] }) });
}
const keep = () => screen.findByRole('button', { name: 'Keep the record' });
const row = () => screen.findByRole('row', { name: /Harborview/u });

describe('the status of a linked account that is kept by hand', () => {
  it('D8: becomes active once PIN entered is recorded, and can be used until then by nobody', async () => {
    const { person, desk } = await draw({ status: 'awaiting-pin', pin });
    expect((await row()).textContent).toContain(
      'You asked for a PIN on Mar 1, 2026. It comes by U.S. mail by Mar 11, 2026, and can be used until Apr 30, 2026.',
    );
    expect(screen.queryByRole('button', { name: /^View\/edit details/u })).toBeNull();
    await person.click(screen.getByRole('button', { name: /^PIN entered of/u }));
    expect(await screen.findByRole('dialog', { name: 'PIN entered' })).toBeTruthy();
    await person.click(await keep());
    await waitFor(() =>
      expect(desk.inputsOf('guided.recordStatus')).toMatchObject([{ kept: { status: 'active', note: null } }]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.inputsOf('linkedAccounts.enterPin')).toEqual([]);
  });

  it('is recorded with its day and what the administrator wrote', async () => {
    const { person, desk } = await draw({
      status: 'awaiting-administrator',
      statusChangedAt: '2026-02-11T12:00:00.000Z',
    });
    await person.click(await screen.findByRole('button', { name: /^Record status: / }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Record status' }));
    expect(dialog.getByLabelText<HTMLInputElement>(/^Since/u).value).toBe('2026-02-11');
    await person.click(dialog.getByRole('combobox', { name: 'Status' }));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Awaiting administrator',
      'Awaiting PIN',
      'Active',
      'Denied',
      'Revoked',
    ]);
    await person.click(screen.getByRole('option', { name: 'Denied' }));
    await person.type(dialog.getByLabelText('What the administrator wrote'), 'Unknown');
    const since = dialog.getByLabelText<HTMLInputElement>(/^Since/u);
    expect(since.value).toBe(dayOf(fixtureNow));
    await person.clear(since);
    await person.type(since, '2199-01-01');
    await person.click(await keep());
    expect(await dialog.findByText('This day has not come yet.')).toBeTruthy();
    await person.clear(since);
    await person.type(since, '2026-03-01');
    await person.click(await keep());
    await waitFor(() =>
      expect(desk.inputsOf('guided.recordStatus')).toMatchObject([
        { kept: { status: 'denied', since: '2026-03-01', note: 'Unknown' } },
      ]),
    );
  });

  it('has no PIN where the portal has none', async () => {
    const { person } = await draw({}, 'cca');
    await person.click(await screen.findByRole('button', { name: /^Record status: / }));
    await person.click(await screen.findByRole('combobox', { name: 'Status' }));
    expect(await screen.findByRole('option', { name: 'Revoked' })).toBeTruthy();
    expect(screen.queryByRole('option', { name: 'Awaiting PIN' })).toBeNull();
  });

  it('is the portal’s own where it has a service', async () => {
    await draw({ status: 'awaiting-pin', pin }, 'provider-central', 'service');
    expect(await screen.findByRole('button', { name: /^Enter PIN of/u })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Record status/u })).toBeNull();
  });
});
