import { act, cleanup, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src-renderer/app/app.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { knownProvider } from '../../fake-desk-accounts.ts';
import { fixtureNow } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const email = 'nora.quist@harborview.example';
const secret = 'seven quiet otters';
const slow = { timeout: 20_000 };
const value = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;

const open = async () => {
  const desk = createFakeDesk({ accounts: [], activeAccountId: null });
  const rendered = await renderScreen(<App />, { desk, place: { screen: 'register', portalId: 'cca' } });
  await screen.findByRole('heading', { level: 1, name: 'Associate Your Account' }, slow);
  return rendered;
};
const next = (person: UserEvent) => person.click(screen.getByRole('button', { name: 'Next' }));
async function paste(person: UserEvent, label: RegExp, text: string): Promise<void> {
  const input = screen.getByLabelText(label);
  await person.clear(input);
  await person.click(input);
  await person.paste(text);
}

async function giveDetails(person: UserEvent): Promise<void> {
  await paste(person, /^First Name/u, 'Nora');
  await paste(person, /^Last Name/u, 'Quist');
  await paste(person, /^Email/u, email);
  await paste(person, /^Password(?! again)/u, secret);
  await paste(person, /^Password again/u, secret);
  await next(person);
  await screen.findByRole('heading', { name: 'Step 1 of 2 - Provider Eligibility' });
}

async function giveProvider(person: UserEvent, zip: string = knownProvider.zip): Promise<void> {
  await person.click(screen.getByRole('radio', { name: 'Group' }));
  await paste(person, /^Group Name/u, 'Harborview Family Medicine');
  await paste(person, /^Tax ID/u, '12-3456789');
  await paste(person, /^CCA Provider ID\/Billing Number/u, knownProvider.providerId.toLowerCase());
  await paste(person, /^ZIP code/u, zip);
  await next(person);
}

describe('registration at CCA', () => {
  it('C1-C7: goes from the account to the agreement, says whom one joins, and sends everything once', async () => {
    const { person, desk } = await open();
    await giveDetails(person);
    expect(screen.getByRole('heading', { name: 'Portal Registration Instructions' })).toBeTruthy();
    await giveProvider(person);
    await screen.findByRole('heading', { name: 'Step 2 of 2 - Provider Agreement' });
    expect(screen.getByText(/You are about to join/u).textContent).toContain(
      'Harborview Family Medicine (CCA-100772). It has an administrator, who will be asked to approve your access.',
    );
    await person.click(screen.getByRole('checkbox', { name: 'I confirm the Provider Agreement' }));
    await next(person);
    await screen.findByRole('heading', { level: 1, name: 'Confirm your email address' }, slow);
    expect(screen.getByText(email)).toBeTruthy();

    const [eligibility] = desk.inputsOf('accounts.checkEligibility');
    expect(eligibility?.answers).toEqual({
      providerType: 'group',
      groupName: 'Harborview Family Medicine',
      taxId: '123456789',
      providerId: 'CCA-100772',
      zip: '01103',
    });
    const sent = desk.inputsOf('accounts.register');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.answers).toMatchObject({ email, password: secret, providerAgreement: true });
  });

  it('a mismatch is told beside each field; everything typed stays', async () => {
    const { person } = await open();
    await giveDetails(person);
    await giveProvider(person, '02108');
    expect((await screen.findByRole('alert')).textContent).toContain('The portal found no match');
    const zip = screen.getByLabelText<HTMLInputElement>(/^ZIP code/u);
    expect(zip.value).toBe('02108');
    expect(zip.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(zip);
    expect(value(/^Group Name/u)).toBe('Harborview Family Medicine');
    expect(value(/^Tax ID/u)).toBe('12-3456789');
    await paste(person, /^ZIP code/u, knownProvider.zip);
    await next(person);
    await screen.findByRole('heading', { name: 'Step 2 of 2 - Provider Agreement' });
  });

  it('offline it says so, keeps everything, and goes on when the line is back, with the same id', async () => {
    const { person, desk } = await open();
    await giveDetails(person);
    await giveProvider(person);
    await person.click(await screen.findByRole('checkbox', { name: 'I confirm the Provider Agreement' }));
    desk.failWith('accounts.register', { code: 'offline' });
    await next(person);
    expect((await screen.findByRole('alert')).textContent).toContain('nothing you typed is lost');
    desk.failWith('accounts.register', null);
    await next(person);
    await screen.findByRole('heading', { name: 'Confirm your email address' }, slow);
    const ids = desk.inputsOf('accounts.register').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('a refusal that belongs to an earlier step opens that step', async () => {
    const { person, desk } = await open();
    await giveDetails(person);
    await giveProvider(person);
    await person.click(await screen.findByRole('checkbox', { name: 'I confirm the Provider Agreement' }));
    desk.failWith('accounts.register', {
      code: 'invalid_input',
      fields: [{ path: 'password', code: 'password_common' }],
    });
    await next(person);
    await screen.findByRole('heading', { name: 'Set up your account' });
    expect(screen.getByText(/on lists of leaked/u)).toBeTruthy();
    expect(value(/^Email/u)).toBe(email);
  });

  it('Back keeps the answers, of every step', async () => {
    const { person } = await open();
    await giveDetails(person);
    await giveProvider(person);
    await person.click(await screen.findByRole('button', { name: 'Back' }));
    expect(value(/^ZIP code/u)).toBe(knownProvider.zip);
    await person.click(screen.getByRole('button', { name: 'Back' }));
    expect(value(/^Email/u)).toBe(email);
    expect(value(/^Password(?! again)/u)).toBe(secret);
  });

  it('leaving and coming back loses nothing but the passwords', async () => {
    const { person, navigation } = await open();
    await giveDetails(person);
    await paste(person, /^ZIP code/u, '01103');
    act(() => navigation.getState().go({ screen: 'choose-portal' }));
    await screen.findByRole('heading', { name: 'Choose a portal' }, slow);
    act(() => navigation.getState().go({ screen: 'register', portalId: 'cca' }));
    await screen.findByRole('heading', { name: 'Set up your account' }, slow);
    expect(value(/^Email/u)).toBe(email);
    expect(value(/^Password(?! again)/u)).toBe('');
    await paste(person, /^Password(?! again)/u, secret);
    await paste(person, /^Password again/u, secret);
    await next(person);
    await waitFor(() => expect(value(/^ZIP code/u)).toBe('01103'));
  });

  it('can be filled in with the keyboard alone', async () => {
    const { person } = await open();
    await person.click(screen.getByLabelText(/^First Name/u));
    await person.keyboard('Nora{Tab}Quist{Tab}');
    await person.keyboard(`${email}{Tab}{Tab}`);
    expect(document.activeElement).toBe(screen.getByLabelText(/^Password(?! again)/u));
    await person.keyboard(secret);
    screen.getByLabelText(/^Password again/u).focus();
    await person.keyboard(`${secret}{Enter}`);
    const heading = await screen.findByRole('heading', { name: 'Step 1 of 2 - Provider Eligibility' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});

describe('the page after a registration', () => {
  const place = {
    screen: 'confirm-email',
    portalId: 'cca',
    email,
    hasAdministrator: true,
    registeredAt: fixtureNow,
    useBy: null,
  } as const;
  const openConfirmation = async () => {
    const desk = createFakeDesk({ accounts: [], activeAccountId: null });
    const rendered = await renderScreen(<App />, { desk, place });
    await screen.findByRole('heading', { name: 'Confirm your email address' }, slow);
    return rendered;
  };

  it('opens the mailbox of the demonstration and sends the link again, with a pause', async () => {
    const { person, desk } = await openConfirmation();
    const [, inPage] = screen.getAllByRole('button', { name: 'Open mailbox' });
    if (inPage === undefined) throw new Error('The page offers the mailbox');
    await person.click(inPage);
    expect(desk.inputsOf('app.openMailbox')).toHaveLength(1);
    await person.click(screen.getByRole('button', { name: 'Send the link again' }));
    expect(desk.inputsOf('accounts.resendVerification')).toEqual([{ portalId: 'cca', email }]);
    const again = await screen.findByRole<HTMLButtonElement>('button', { name: 'Send the link again in 30 s' });
    expect(again.disabled).toBe(true);
  });

  it('leads to the sign-in, with the address filled in', async () => {
    const { person } = await openConfirmation();
    await person.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByRole('heading', { name: 'Sign in' }, slow);
    expect(value(/^Email/u)).toBe(email);
  });
});
