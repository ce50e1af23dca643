import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignInScreen } from '../../../../src-renderer/features/accounts/sign-in-screen.tsx';
import { fieldText } from '../../../../src-renderer/lib/field-texts.ts';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { fixtureId, fixtureNow } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const signInId = fixtureId(900);
const dayMs = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(fixtureNow.getTime() + days * dayMs).toISOString();

const toMigration = async (desk: FakeDesk = createFakeDesk()) => {
  desk.world.startsWith = { next: 'migration', signInId, dueAt: inDays(12), expiresAt: inDays(1) };
  const rendered = await renderScreen(<SignInScreen />, {
    desk,
    place: { screen: 'sign-in', portalId: 'carelon-mbm', email: 'noor.haddad' },
  });
  await rendered.person.type(screen.getByLabelText('Password'), desk.world.password);
  await rendered.person.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Set up multi-factor authentication' });
  return rendered;
};
type Person = Awaited<ReturnType<typeof toMigration>>['person'];
const fill = async (person: Person, email: string, password: string, again = password) => {
  await person.type(screen.getByLabelText('Email address'), email);
  await person.type(screen.getByLabelText('New password'), password);
  await person.type(screen.getByLabelText('New password again'), again);
  await person.click(screen.getByRole('button', { name: 'Send me a passcode' }));
};

describe('E2: moving to multi-factor authentication', () => {
  it('E2: tells the deadline and the rules of the password, and takes the focus', async () => {
    await toMigration();
    expect(screen.getByText(/You have 30 days to complete it: 12 days left, until /u)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'What it needs' }).textContent).toContain('At least 8 characters');
    expect(document.activeElement).toBe(screen.getByLabelText('Email address'));
  });

  it('E2: the passcode from the new address completes it; none is asked for twice', async () => {
    const { person, desk, navigation } = await toMigration();
    await fill(person, 'noor@new.example', 'seven quiet otters');
    await screen.findByRole('heading', { name: 'Enter your passcode' });
    expect(desk.inputsOf('accounts.startMigration')).toEqual([
      { portalId: 'carelon-mbm', signInId, email: 'noor@new.example', password: 'seven quiet otters' },
    ]);
    expect(screen.getByText(/We sent six digits to n•••@harborview\.example/u)).toBeTruthy();
    expect(desk.inputsOf('accounts.sendPasscode')).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Send a new passcode in/u }).disabled).toBe(true);
    await person.keyboard(desk.world.passcode);
    await waitFor(() => expect(navigation.getState().place).toEqual({ screen: 'home' }));
    expect(desk.inputsOf('accounts.completeSignIn')).toMatchObject([{ signInId, method: 'email' }]);
  });

  it('E2: refuses a wrong address, a weak password and one that differs before anything is sent', async () => {
    const { person, desk } = await toMigration();
    await fill(person, 'noor', 'short', 'shorter');
    expect(await screen.findByText(fieldText('email_format'))).toBeTruthy();
    expect(screen.getByText(fieldText('password_too_short'))).toBeTruthy();
    expect(screen.getByText(fieldText('password_mismatch'))).toBeTruthy();
    expect(desk.inputsOf('accounts.startMigration')).toEqual([]);
  });

  it('E2: what the portal has against the password is told beside it', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startMigration', {
      code: 'invalid_input',
      fields: [{ path: 'password', code: 'password_common' }],
    });
    const { person } = await toMigration(desk);
    await fill(person, 'noor@new.example', 'seven quiet otters');
    expect(await screen.findByText(fieldText('password_common'))).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('E2: offline nothing typed is lost', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startMigration', { code: 'offline' });
    const { person } = await toMigration(desk);
    await fill(person, 'noor@new.example', 'seven quiet otters');
    expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
    expect(screen.getByLabelText<HTMLInputElement>('Email address').value).toBe('noor@new.example');
  });

  it('E2: too late names whom to call, and leads back', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startMigration', { code: 'migration_overdue' });
    const { person } = await toMigration(desk);
    await fill(person, 'noor@new.example', 'seven quiet otters');
    expect((await screen.findByRole('alert')).textContent).toContain('is over');
    expect(screen.getByText('Carelon Web Customer Service').parentElement?.textContent).toContain('1-800-252-2021');
    await person.click(screen.getByRole('button', { name: 'Start again' }));
    expect(screen.getByLabelText<HTMLInputElement>('Username or email address').value).toBe('noor.haddad');
  });
});

describe('E1: a secret question', () => {
  const question = 'In what town was your first job?';
  const toQuestion = async (desk: FakeDesk = createFakeDesk()) => {
    desk.world.startsWith = {
      next: 'passcode',
      signInId,
      methods: ['email', 'secret-question'],
      emailHint: 'n•••@harborview.example',
      question,
      expiresAt: inDays(1),
    };
    const rendered = await renderScreen(<SignInScreen />, {
      desk,
      place: { screen: 'sign-in', portalId: 'aim', email: 'noor.haddad' },
    });
    await rendered.person.type(screen.getByLabelText('Password'), desk.world.password);
    await rendered.person.keyboard('{Enter}');
    await rendered.person.click(await screen.findByRole('button', { name: 'Answer a secret question' }));
    return rendered;
  };

  it('E1: is masked until it is shown, and sent as it was typed', async () => {
    const { person, desk } = await toQuestion();
    expect(screen.getByRole('heading', { name: 'Answer a secret question' })).toBeTruthy();
    const answer = screen.getByLabelText<HTMLInputElement>(question);
    expect([document.activeElement, answer.type]).toEqual([answer, 'password']);
    await person.keyboard('Lowell');
    await person.click(screen.getByRole('button', { name: 'Show answer' }));
    expect(answer.type).toBe('text');
    await person.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() =>
      expect(desk.inputsOf('accounts.completeSignIn')).toEqual([
        { portalId: 'aim', signInId, method: 'secret-question', code: 'Lowell' },
      ]),
    );
  });

  it('E1: a wrong or missing answer is told beside the field', async () => {
    const { person, desk } = await toQuestion();
    await person.keyboard('{Enter}');
    expect(await screen.findByText(fieldText('required'))).toBeTruthy();
    expect(desk.inputsOf('accounts.completeSignIn')).toEqual([]);
    await person.keyboard('Boston{Enter}');
    expect(await screen.findByText('That answer is not right. You have 4 tries left.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('E1: leads back to the emailed passcode', async () => {
    const { person, desk } = await toQuestion();
    await person.click(screen.getByRole('button', { name: 'Email me a passcode instead' }));
    expect(screen.getByLabelText('Passcode')).toBe(document.activeElement);
    expect(desk.inputsOf('accounts.sendPasscode')).toHaveLength(1);
  });
});
