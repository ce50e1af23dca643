import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignInScreen } from '../../../../src-renderer/features/accounts/sign-in-screen.tsx';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { anna } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const forget = async (desk: FakeDesk = createFakeDesk({ accounts: [], activeAccountId: null })) => {
  const place = { screen: 'sign-in', portalId: 'cca', email: anna.email } as const;
  const rendered = await renderScreen(<SignInScreen />, { desk, place });
  await rendered.person.click(screen.getByRole('button', { name: 'Forgot your password?' }));
  await screen.findByRole('heading', { name: 'Reset your password' });
  return rendered;
};
const email = () => screen.getByLabelText<HTMLInputElement>('Email');

describe('a forgotten password (E5)', () => {
  it('is reset by an email to the address that was typed, by keyboard, without telling whose it is', async () => {
    const { person, desk } = await forget();
    expect(document.activeElement).toBe(email());
    expect(email().value).toBe(anna.email);
    await person.keyboard('{Enter}');
    const told = await screen.findByRole('status');
    expect(told.textContent).toContain(`If there is an account for ${anna.email}, an email with a link has been sent.`);
    expect(told.textContent).toContain('within 30 minutes');
    expect(desk.inputsOf('accounts.requestPasswordReset')).toEqual([{ portalId: 'cca', email: anna.email }]);
  });

  it('is not asked for again at once', async () => {
    const { person, desk } = await forget();
    await person.keyboard('{Enter}');
    const again = await screen.findByRole<HTMLButtonElement>('button', { name: /^Send the link again in \d+ s$/u });
    expect(again.disabled).toBe(true);
    expect(desk.inputsOf('accounts.requestPasswordReset')).toHaveLength(1);
  });

  it('wants an address that can be one', async () => {
    const { person, desk } = await forget();
    await person.clear(email());
    await person.type(email(), 'anna at home{Enter}');
    expect(await screen.findByText(/Enter an email address/u)).toBeTruthy();
    expect(desk.inputsOf('accounts.requestPasswordReset')).toEqual([]);
  });

  it('says when there is no network, keeps what was typed, and tries again', async () => {
    const desk = createFakeDesk({ accounts: [], activeAccountId: null });
    desk.failWith('accounts.requestPasswordReset', { code: 'offline' });
    const { person } = await forget(desk);
    await person.clear(email());
    await person.type(email(), 'new@harborview.example{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
    expect(email().value).toBe('new@harborview.example');
    desk.failWith('accounts.requestPasswordReset', null);
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await screen.findByRole('status')).textContent).toContain('new@harborview.example');
  });

  it('leads back to the sign-in with the address', async () => {
    const { person } = await forget();
    await person.clear(email());
    await person.type(email(), 'other@harborview.example');
    await person.click(screen.getByRole('button', { name: 'Back to sign-in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
    expect(email().value).toBe('other@harborview.example');
  });
});
