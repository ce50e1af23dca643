import { screen } from '@testing-library/dom';
import type { UserEvent } from '@testing-library/user-event';
import { knownProvider } from '../fake-desk-accounts.ts';
import type { StartedSignIn } from '../../../src-shared/portal-api/identity.ts';
import { anna, fixtureId, fixtureNow } from '../fixtures.ts';
import type { Scene } from './scene.ts';

const nobody = { accounts: [], activeAccountId: null };
const signIn = { screen: 'sign-in', portalId: 'cca', email: anna.email } as const;
const later = new Date(fixtureNow.getTime() + 12 * 24 * 60 * 60_000).toISOString();
const secretQuestion = {
  next: 'passcode',
  signInId: fixtureId(900),
  methods: ['email', 'secret-question'],
  emailHint: 'a•••@harborview.example',
  question: 'What was the name of the first street that you lived in?',
  expiresAt: later,
} satisfies StartedSignIn;
const migration = {
  next: 'migration',
  signInId: fixtureId(900),
  dueAt: later,
  expiresAt: later,
} satisfies StartedSignIn;
const register = { screen: 'register', portalId: 'cca' } as const;
const press = async (person: UserEvent, name: string) => person.click(await screen.findByRole('button', { name }));
const fill = async (person: UserEvent, label: RegExp, text: string) => {
  const input = await screen.findByLabelText(label);
  await person.clear(input);
  await person.type(input, text);
};

async function giveDetails(person: UserEvent): Promise<void> {
  await fill(person, /^First Name/u, 'Nora');
  await fill(person, /^Last Name/u, 'Quist');
  await fill(person, /^Email/u, 'nora.quist@harborview.example');
  await fill(person, /^Password(?! again)/u, 'seven quiet otters');
  await fill(person, /^Password again/u, 'seven quiet otters');
  await press(person, 'Next');
}

async function giveProvider(person: UserEvent, zip: string = knownProvider.zip): Promise<void> {
  await person.click(await screen.findByRole('radio', { name: 'Group' }));
  await fill(person, /^Group Name/u, 'Harborview Family Medicine');
  await fill(person, /^Tax ID/u, '12-3456789');
  await fill(person, /^CCA Provider ID/u, knownProvider.providerId);
  await fill(person, /^ZIP code/u, zip);
  await press(person, 'Next');
}

async function givePassword(person: UserEvent, password: string): Promise<void> {
  await fill(person, /^Password/u, password);
  await press(person, 'Sign in');
}

/** The way into an account. */
export const entryScenes: readonly Scene[] = [
  { name: 'first-run', place: { screen: 'home' }, world: nobody },
  { name: 'sign-in', place: signIn, world: nobody },
  {
    name: 'sign-in-wrong',
    place: signIn,
    world: nobody,
    play: async (person) => {
      await givePassword(person, 'not the password');
      await screen.findByRole('alert');
    },
  },
  {
    name: 'sign-in-unverified',
    place: signIn,
    world: nobody,
    arrange: (desk) => desk.failWith('accounts.startSignIn', { code: 'email_unverified' }),
    play: async (person) => {
      await givePassword(person, 'any');
      await screen.findByRole('alert');
    },
  },
  {
    name: 'passcode-wrong',
    place: signIn,
    world: nobody,
    play: async (person, desk) => {
      await givePassword(person, desk.world.password);
      await person.type(await screen.findByLabelText('Passcode'), '654321');
      await screen.findByRole('alert');
    },
  },
  {
    name: 'passcode-ended',
    place: signIn,
    world: nobody,
    arrange: (desk) => desk.failWith('accounts.completeSignIn', { code: 'sign_in_expired' }),
    play: async (person, desk) => {
      await givePassword(person, desk.world.password);
      await person.type(await screen.findByLabelText('Passcode'), '654321');
      await screen.findByRole('alert');
    },
  },
  {
    name: 'passcode-secret-question',
    place: { ...signIn, portalId: 'aim' },
    world: { ...nobody, startsWith: secretQuestion },
    play: async (person, desk) => {
      await givePassword(person, desk.world.password);
      await press(person, 'Answer a secret question');
      await person.keyboard('Main Street{Enter}');
      await screen.findByText(/That answer is not right/u);
    },
  },
  {
    name: 'migration',
    place: { ...signIn, portalId: 'carelon-mbm' },
    world: { ...nobody, startsWith: migration },
    play: async (person, desk) => {
      await givePassword(person, desk.world.password);
      await person.type(await screen.findByLabelText('Email address'), 'nora at harborview');
      await person.type(await screen.findByLabelText('New password'), 'short');
      await press(person, 'Send me a passcode');
    },
  },
  { name: 'register', place: register, world: nobody },
  {
    name: 'register-problems',
    place: register,
    world: nobody,
    play: async (person) => {
      await fill(person, /^Email/u, 'nora at harborview');
      await fill(person, /^Password(?! again)/u, 'password123');
      await press(person, 'Next');
    },
  },
  { name: 'register-eligibility', place: register, world: nobody, play: giveDetails },
  {
    name: 'register-no-match',
    place: register,
    world: nobody,
    play: async (person) => {
      await giveDetails(person);
      await giveProvider(person, '02108');
      await screen.findByRole('alert');
    },
  },
  {
    name: 'register-offline',
    place: register,
    world: nobody,
    arrange: (desk) => desk.failWith('accounts.checkEligibility', { code: 'offline' }),
    play: async (person) => {
      await giveDetails(person);
      await giveProvider(person);
      await screen.findByRole('alert');
    },
  },
  {
    name: 'register-help',
    place: register,
    world: nobody,
    play: async (person) => {
      await giveDetails(person);
      await press(person, 'Help: Provider Type');
    },
  },
  {
    name: 'register-agreement',
    place: register,
    world: nobody,
    play: async (person) => {
      await giveDetails(person);
      await giveProvider(person);
      await screen.findByText(/You are about to join/u);
    },
  },
  {
    name: 'confirm-email',
    place: {
      screen: 'confirm-email',
      portalId: 'cca',
      email: 'nora.quist@harborview.example',
      hasAdministrator: true,
      registeredAt: fixtureNow,
      useBy: null,
    },
    world: nobody,
  },
];
