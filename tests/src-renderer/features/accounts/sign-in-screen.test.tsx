import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInScreen } from '../../../../src-renderer/features/accounts/sign-in-screen.tsx';
import { fieldText } from '../../../../src-renderer/lib/field-texts.ts';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { anna, deskAccount, fixtureId, fixtureNow } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const signInId = fixtureId(900);
const open = async (desk: FakeDesk = createFakeDesk({ accounts: [], activeAccountId: null }), now?: () => Date) =>
  renderScreen(<SignInScreen />, {
    desk,
    place: { screen: 'sign-in', portalId: 'cca', email: anna.email },
    ...(now === undefined ? {} : { surroundings: { now, newId: () => fixtureId(1) } }),
  });

const toPasscode = async (desk?: FakeDesk) => {
  const rendered = await open(desk);
  await rendered.person.type(screen.getByLabelText('Password'), rendered.desk.world.password);
  await rendered.person.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Enter your passcode' });
  return rendered;
};

describe('email and password', () => {
  it('refuses an empty or impossible email address before anything is sent', async () => {
    const { person, desk } = await open();
    await person.clear(screen.getByLabelText('Email'));
    await person.type(screen.getByLabelText('Email'), 'anna at home');
    await person.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/Enter an email address/u)).toBeTruthy();
    expect(screen.getByText('This field is required.')).toBeTruthy();
    expect(desk.inputsOf('accounts.startSignIn')).toEqual([]);
  });

  it('wrong ones are told with the tries left; both stay', async () => {
    const { person } = await open();
    await person.click(screen.getByLabelText('Password'));
    await person.paste('not it');
    await person.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You have 4 tries left.');
    expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe(anna.email);
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('not it');
  });

  it('the password can be shown', async () => {
    const { person } = await open();
    const password = screen.getByLabelText<HTMLInputElement>('Password');
    await person.type(password, 'abc');
    expect(password.type).toBe('password');
    await person.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password.type).toBe('text');
  });

  it('an address that is not confirmed yet can have its link sent again', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startSignIn', { code: 'email_unverified' });
    const { person } = await open(desk);
    await person.type(screen.getByLabelText('Password'), 'any{Enter}');
    await person.click(await screen.findByRole('button', { name: 'Send the link again' }));
    expect(desk.inputsOf('accounts.resendVerification')).toEqual([{ portalId: 'cca', email: anna.email }]);
  });

  it('Register leads to the wizard', async () => {
    const { person, navigation } = await open();
    await person.click(screen.getByRole('button', { name: 'Register' }));
    expect(navigation.getState().place).toEqual({ screen: 'register', portalId: 'cca' });
  });
});

describe('the passcode', () => {
  it('is emailed once, takes the focus, and is sent off as soon as six digits are there', async () => {
    const { person, desk, navigation } = await toPasscode();
    expect(await screen.findByText(/We sent six digits to a•••@harborview\.example/u)).toBeTruthy();
    expect(desk.inputsOf('accounts.sendPasscode')).toEqual([{ portalId: 'cca', signInId }]);
    expect(document.activeElement).toBe(screen.getByLabelText('Passcode'));
    await person.keyboard('123 456');
    await waitFor(() => expect(navigation.getState().place).toEqual({ screen: 'home' }));
    expect(desk.inputsOf('accounts.completeSignIn')).toEqual([
      { portalId: 'cca', signInId, method: 'email', code: '123456' },
    ]);
  });

  it('can be pasted', async () => {
    const { person, navigation } = await toPasscode();
    await person.paste(' 123 456 ');
    await waitFor(() => expect(navigation.getState().place).toEqual({ screen: 'home' }));
  });

  it('a wrong one tells the tries left and is selected, to be typed over', async () => {
    const { person } = await toPasscode();
    await person.keyboard('654321');
    expect((await screen.findByRole('alert')).textContent).toContain('You have 4 tries left.');
    const input = screen.getByLabelText<HTMLInputElement>('Passcode');
    expect(input.value).toBe('654321');
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6]);
  });

  it('fewer than six digits are told at the field', async () => {
    const { person, desk } = await toPasscode();
    await person.keyboard('123{Enter}');
    expect(await screen.findByText('A passcode has six digits.')).toBeTruthy();
    expect(desk.inputsOf('accounts.completeSignIn')).toEqual([]);
  });

  it('an ended sign-in leaves one way: start again, with the email address kept', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.completeSignIn', { code: 'sign_in_expired' });
    const { person } = await toPasscode(desk);
    await person.keyboard('123456');
    await person.click(await screen.findByRole('button', { name: 'Start again' }));
    expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe(anna.email);
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('');
  });

  it('comes from the authenticator app where one is set up, or by email after all', async () => {
    const account = { ...anna, authenticatorSince: fixtureNow.toISOString() };
    const { person, desk } = await toPasscode(createFakeDesk({ signsIn: { account, desk: deskAccount({ account }) } }));
    expect(screen.getByText(/Open your authenticator app/u)).toBeTruthy();
    expect(desk.inputsOf('accounts.sendPasscode')).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Email me a passcode instead' }));
    expect(await screen.findByText(/We sent six digits/u)).toBeTruthy();
    await person.keyboard('123456');
    expect(desk.inputsOf('accounts.completeSignIn')[0]?.method).toBe('email');
  });
});

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts the pause down before another passcode, and tells when one has expired', async () => {
    let now = fixtureNow.getTime();
    const { person, desk } = await open(undefined, () => new Date(now));
    await person.type(screen.getByLabelText('Password'), desk.world.password);
    await person.keyboard('{Enter}');
    const waiting = await screen.findByRole<HTMLButtonElement>('button', { name: 'Send a new passcode in 30 s' });
    expect(waiting.disabled).toBe(true);

    const pass = (ms: number) => {
      now += ms;
      act(() => void vi.advanceTimersByTime(1000));
    };
    pass(12_000);
    expect(screen.getByRole('button', { name: 'Send a new passcode in 18 s' })).toBeTruthy();
    pass(18_000);
    await person.click(screen.getByRole('button', { name: 'Send a new passcode' }));
    expect(desk.inputsOf('accounts.sendPasscode')).toHaveLength(2);
    pass(10 * 60_000);
    expect(screen.getByText('The passcode has expired. Ask for a new one.')).toBeTruthy();
  });
});

describe('A3, A8, A9: portals with usernames', () => {
  const openAt = async (portalId: string, typed: string, desk = createFakeDesk()) => {
    const rendered = await renderScreen(<SignInScreen />, { desk, place: { screen: 'sign-in', portalId } });
    await rendered.person.type(screen.getByLabelText('Username or email address'), typed);
    await rendered.person.type(screen.getByLabelText('Password'), rendered.desk.world.password);
    await rendered.person.keyboard('{Enter}');
    return rendered;
  };

  it.each(['carelon-mbm', 'aim', 'provider-central'])(
    'A3: %s takes a username or an email address',
    async (portalId) => {
      const { desk } = await openAt(portalId, 'noor.haddad');
      await screen.findByRole('heading', { name: 'Enter your passcode' });
      expect(desk.inputsOf('accounts.startSignIn')).toMatchObject([{ portalId, username: 'noor.haddad' }]);
    },
  );

  it('A3: says what is wrong with a name that can be neither', async () => {
    const { desk } = await openAt('aim', 'n h');
    expect(await screen.findByText(fieldText('username_format'))).toBeTruthy();
    expect(desk.inputsOf('accounts.startSignIn')).toEqual([]);
  });

  it.each([
    ['A8', 'awaiting_verification', 'Your account has not been verified yet'],
    ['A9', 'account_expired', 'Your username and password have expired'],
  ] as const)('%s: %s is told with whom to call', async (_fact, code, title) => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startSignIn', { code });
    await openAt('carelon-mbm', 'noor.haddad', desk);
    expect((await screen.findByRole('alert')).textContent).toContain(title);
    expect(screen.getByText('Carelon Web Customer Service').parentElement?.textContent).toContain('1-800-252-2021');
  });

  it('A8: the link that confirms an address is asked for with the address, not with the username', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startSignIn', { code: 'email_unverified' });
    await openAt('aim', 'noor.haddad', desk);
    expect(await screen.findByText(/sign in with your email address instead/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send the link again' })).toBeNull();
  });
});
