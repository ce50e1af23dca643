import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SettingsScreen } from '../../../../src-renderer/features/settings/settings-screen.tsx';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const chosen = 'copper lantern meadow';
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

const open = async (desk: FakeDesk = createFakeDesk()) => {
  const rendered = await renderScreen(<SettingsScreen />, { desk });
  await rendered.person.click(await screen.findByRole('button', { name: 'Change Password' }));
  const fill = async (current: string, password: string, again = password) => {
    for (const [label, text] of [
      ['Current password', current],
      ['New password', password],
      ['New password again', again],
    ] as const) {
      await rendered.person.clear(field(label));
      await rendered.person.click(field(label));
      await rendered.person.paste(text);
    }
    await rendered.person.keyboard('{Enter}');
  };
  return { ...rendered, fill };
};

describe('Change Password (E5)', () => {
  it('takes the current password and a new one, pasted, and says what follows', async () => {
    const { desk, fill } = await open();
    expect(document.activeElement).toBe(field('Current password'));
    const current = desk.world.password;
    await fill(current, chosen);
    expect(await screen.findByText('Your password was changed')).toBeTruthy();
    expect(screen.queryByLabelText('Current password')).toBeNull();
    expect(desk.inputsOf('accounts.changePassword')).toEqual([
      { accountId: anna.id, currentPassword: current, newPassword: chosen },
    ]);
    expect(screen.getByRole('button', { name: 'Change Password' })).toBeTruthy();
  });

  it('tells beside the field that the current password is wrong, with the tries left; nothing typed is lost', async () => {
    const { desk, fill } = await open();
    await fill('not it', chosen);
    expect(await screen.findByText('This is not your current password. You have 9 tries left.')).toBeTruthy();
    expect(field('Current password').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('Current password'));
    expect(field('New password').value).toBe(chosen);
    await fill(desk.world.password, chosen);
    expect(await screen.findByText('Your password was changed')).toBeTruthy();
  });

  it('sends nothing before the new one keeps the policy and both are the same', async () => {
    const { desk, fill } = await open();
    await fill(desk.world.password, 'short', 'other');
    expect(await screen.findByText(/This password is too short/u)).toBeTruthy();
    expect(screen.getByText('The two passwords are not the same.')).toBeTruthy();
    await fill(desk.world.password, `${anna.email} and more`);
    expect(await screen.findByText(/contains your email address/u)).toBeTruthy();
    expect(desk.inputsOf('accounts.changePassword')).toEqual([]);
  });

  it('shows what the portal has against the new one at its field', async () => {
    const { desk, fill } = await open();
    desk.failWith('accounts.changePassword', {
      code: 'invalid_input',
      fields: [{ path: 'newPassword', code: 'password_common' }],
    });
    await fill(desk.world.password, chosen);
    expect(await screen.findByText(/lists of leaked/u)).toBeTruthy();
    expect(field('New password').getAttribute('aria-invalid')).toBe('true');
  });

  it('says when there is no network, and tries again with what was typed', async () => {
    const { desk, fill, person } = await open();
    desk.failWith('accounts.changePassword', { code: 'offline' });
    await fill(desk.world.password, chosen);
    expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
    desk.failWith('accounts.changePassword', null);
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Your password was changed')).toBeTruthy();
  });

  it('shows each password on demand, and forgets them when one leaves', async () => {
    const { person } = await open();
    await person.type(field('New password'), chosen);
    expect(field('New password').type).toBe('password');
    const [, show] = screen.getAllByRole('button', { name: 'Show password' });
    if (show === undefined) throw new Error('No button shows the new password');
    await person.click(show);
    expect(field('New password').type).toBe('text');
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    await person.click(screen.getByRole('button', { name: 'Change Password' }));
    expect(field('New password').value).toBe('');
  });

  it('wants a session', async () => {
    await renderScreen(<SettingsScreen />, {
      desk: createFakeDesk({ accounts: [deskAccount({ state: 'signed-out' })] }),
    });
    expect((await screen.findAllByText('Sign in again to change this.')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Change Password' })).toBeNull();
  });
});
