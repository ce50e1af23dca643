import { screen } from '@testing-library/dom';
import {
  anna,
  appState,
  deskAccount,
  fixtureId,
  fixtureNow,
  harborview,
  linkedAccounts,
  syncState,
  users,
} from '../fixtures.ts';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { entryScenes } from './entry-scenes.ts';
import { organizationScenes } from './organization-scenes.ts';
import { peopleScenes } from './people-scenes.ts';
import { planScenes } from './plan-scenes.ts';
import type { Scene } from './scene.ts';

const button = (name: string | RegExp) => screen.findByRole('button', { name });

const manyLinked = Array.from({ length: 24 }, (_, n) => {
  const base = linkedAccounts[n % 3] ?? linkedAccounts[0];
  if (base === undefined) throw new Error('No fixture');
  return {
    ...base,
    id: n === 0 ? base.id : fixtureId(400 + n),
    organization: { ...base.organization, id: fixtureId(500 + n), providerId: `CCA-10${String(1000 + n)}` },
  };
});

const waiting = (n: number, over: Partial<OutboxItem> = {}): OutboxItem => ({
  id: fixtureId(5000 + n),
  kind: 'make-admin',
  state: 'waiting',
  decidedAt: fixtureNow.toISOString(),
  error: null,
  organizationId: harborview.id,
  intent: { kind: 'make-admin', subjectId: fixtureId(1000 + n), payload: {} },
  subjectName: 'Ben Castillo',
  ...over,
});

const refused: OutboxItem = waiting(2, {
  state: 'refused',
  error: { code: 'last_administrator' },
  subjectName: 'Carla Dubois',
});

export const scenes: readonly Scene[] = [
  ...entryScenes,
  { name: 'home', place: { screen: 'home' } },
  {
    name: 'home-offline',
    place: { screen: 'home' },
    world: { outbox: [waiting(1), refused], sync: syncState({ phase: 'offline', waiting: 1, needsAttention: 1 }) },
  },
  {
    name: 'home-loading-rows',
    place: { screen: 'home' },
    world: {
      sync: syncState({
        phase: 'loading',
        lastSyncedAt: null,
        progress: { loaded: 31_000, total: 100_000, rowsPerSecond: 9200 },
      }),
    },
    arrange: (desk) => void desk.hold('users.counts'),
  },
  {
    name: 'home-ordinary-user',
    place: { screen: 'home' },
    world: { accounts: [deskAccount({ activeLinkedAccountId: fixtureId(202) })] },
  },
  {
    name: 'home-signed-out',
    place: { screen: 'home' },
    world: { accounts: [deskAccount({ state: 'signed-out' })], sync: syncState({ phase: 'signed-out' }) },
  },
  {
    name: 'home-counts-fail',
    place: { screen: 'home' },
    arrange: (desk) => desk.failWith('users.counts', { code: 'cache_unreadable' }),
  },
  {
    name: 'ribbon',
    place: { screen: 'home' },
    play: async (person) => person.click(await button(/^Linked account:/u)),
  },
  {
    name: 'ribbon-many',
    place: { screen: 'home' },
    world: {
      accounts: [
        deskAccount({ linkedAccounts: manyLinked }),
        deskAccount({ account: { ...anna, id: fixtureId(2), email: 'billing@oakhill.example' }, linkedAccounts: [] }),
      ],
    },
    play: async (person) => {
      await person.click(await button(/^Linked account:/u));
      await person.type(await screen.findByRole('combobox', { name: 'Find a linked account' }), 'pedia');
    },
  },
  {
    name: 'sign-out',
    place: { screen: 'home' },
    world: { sync: syncState({ waiting: 3 }) },
    play: async (person) => {
      await person.click(await button(/^Linked account:/u));
      await person.click(await button('Sign out'));
      await screen.findByRole('dialog', { name: 'Sign out' });
    },
  },
  {
    name: 'no-organization',
    place: { screen: 'users' },
    world: { accounts: [deskAccount({ linkedAccounts: linkedAccounts.slice(2, 3), activeLinkedAccountId: null })] },
  },
  { name: 'linked-accounts', place: { screen: 'linked-accounts' } },
  {
    name: 'linked-accounts-empty',
    place: { screen: 'linked-accounts' },
    world: { accounts: [deskAccount({ linkedAccounts: [], activeLinkedAccountId: null })] },
  },
  {
    name: 'linked-accounts-offline',
    place: { screen: 'linked-accounts' },
    arrange: (desk) => desk.failWith('linkedAccounts.refresh', { code: 'offline' }),
    play: async (person) => person.click(await button('Refresh')),
  },
  { name: 'link-account', place: { screen: 'link-account' } },
  { name: 'settings', place: { screen: 'settings' } },
  {
    name: 'settings-authenticator',
    place: { screen: 'settings' },
    play: async (person) => {
      await person.click(await button('Set up authenticator app'));
      await person.type(await screen.findByLabelText('Passcode'), '000000');
      await person.click(await button('Turn on'));
      await screen.findByRole('alert');
    },
  },
  {
    name: 'settings-remove',
    place: { screen: 'settings' },
    world: { sync: syncState({ waiting: 2 }) },
    play: async (person) => {
      await person.click(await button('Remove from this computer'));
      await screen.findByRole('dialog');
    },
  },
  {
    name: 'startup-problem',
    place: { screen: 'home' },
    world: { app: appState({ problem: { code: 'keychain_unavailable' } }) },
  },
  { name: 'users', place: { screen: 'users' }, world: { users: users(200) } },
  { name: 'invitations', place: { screen: 'invitations' } },
  { name: 'access-requests', place: { screen: 'access-requests' } },
  { name: 'outbox', place: { screen: 'outbox' }, world: { outbox: [waiting(1), refused] } },
  ...peopleScenes,
  ...organizationScenes,
  ...planScenes,
];
