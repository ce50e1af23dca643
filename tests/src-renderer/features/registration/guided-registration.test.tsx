import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RegisterScreen } from '../../../../src-renderer/features/registration/register-screen.tsx';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const draw = () => renderScreen(<RegisterScreen />, { place: { screen: 'register', portalId: 'cca', mode: 'guided' } });
const box = (name: RegExp) => screen.getByRole('textbox', { name });

describe('a registration in guided mode', () => {
  it('asks first whether there is an account already', async () => {
    const { person, navigation } = await draw();
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(navigation.getState().place).toEqual({ screen: 'choose-portal' });
  });

  it('keeps an account that is there: names, email and the day, nothing else', async () => {
    const { desk, person, navigation } = await draw();
    await person.click(screen.getByRole('button', { name: 'Keep this account' }));
    await person.type(box(/^First Name/u), 'Noor');
    await person.type(box(/^Last Name/u), 'Haddad');
    await person.type(box(/^Email/u), 'noor@example.com');
    await person.type(screen.getByLabelText(/^Registered on/u), '2026-02-01');
    await person.click(screen.getByRole('button', { name: 'Keep the account' }));
    await waitFor(() => expect(navigation.getState().place).toEqual({ screen: 'home' }));
    expect(desk.inputsOf('guided.register')).toMatchObject([
      {
        portalId: 'cca',
        task: 'account-kept',
        answers: { firstName: 'Noor', email: 'noor@example.com', recordDoneOn: '2026-02-01' },
      },
    ]);
  });

  it('shows each step of the portal with what is done there, and asks its service nothing', async () => {
    const { desk, person } = await draw();
    await person.click(screen.getByRole('button', { name: 'Start the registration' }));
    expect(screen.getByRole('heading', { name: 'Set up your account' })).toBeTruthy();
    expect(screen.getByText('You do this on the portal’s web site; Portal Desk keeps the record.')).toBeTruthy();
    await person.type(box(/^First Name/u), 'Noor');
    expect(screen.getByRole('button', { name: 'Copy First Name' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getAllByText('This field is required.').length).toBeGreaterThan(0);
    expect(desk.inputsOf('accounts.checkEligibility')).toEqual([]);
    expect(desk.inputsOf('guided.register')).toEqual([]);
  });
});
