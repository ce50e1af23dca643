import { screen } from '@testing-library/dom';
import { agency, listedAgency, providerCentralAccount } from '../fake-desk-agencies.ts';
import { fixtureNow } from '../fixtures.ts';
import type { Scene } from './scene.ts';

const [first, ...rest] = providerCentralAccount().linkedAccounts;
if (first === undefined) throw new Error('No fixture');
const accounts = [
  providerCentralAccount({ linkedAccounts: [{ ...first, nickname: 'Downtown office', isDefault: true }, ...rest] }),
];
const activeSince = fixtureNow.toISOString();

const world = {
  accounts,
  agencies: [
    agency(1, 'Charles River Revenue Cycle', { activeSince }),
    agency(2, 'Mystic Medical Billing', { status: 'pending', activeSince: null, city: 'Somerville' }),
    agency(3, 'Pioneer Valley Claims', { status: 'denied', activeSince: null, reason: 'Our contract has ended.' }),
    agency(4, 'Summit Medical Billing'),
  ],
  listedAgencies: [
    listedAgency(4, 'Summit Medical Billing'),
    listedAgency(5, 'Bay Colony Medical Billing', { city: 'Quincy' }),
    listedAgency(6, 'Mystic Claims and Billing', { isRegistered: false }),
  ],
};
const openAgencies = async (person: Parameters<NonNullable<Scene['play']>>[0]) =>
  person.click(await screen.findByRole('tab', { name: 'Manage billing agencies' }));

/** Organization details, its users and its billing agencies (D9, D10). */
export const organizationScenes: readonly Scene[] = [
  { name: 'organization-users', place: { screen: 'organization' }, world },
  {
    name: 'organization-agencies',
    place: { screen: 'organization' },
    world,
    play: async (person) => {
      await openAgencies(person);
      await person.click(await screen.findByRole('radio', { name: 'Select Summit Medical Billing' }));
      await person.click(screen.getByRole('button', { name: 'Add again: Pioneer Valley Claims' }));
    },
  },
  {
    name: 'organization-no-agencies',
    place: { screen: 'organization' },
    world: { ...world, agencies: [] },
    play: openAgencies,
  },
  {
    name: 'organization-deny',
    place: { screen: 'organization' },
    world,
    play: async (person) => {
      await openAgencies(person);
      await person.click(await screen.findByRole('button', { name: 'Deny access: Summit Medical Billing' }));
    },
  },
  {
    name: 'organization-add-agency',
    place: { screen: 'organization' },
    world,
    play: async (person) => {
      await openAgencies(person);
      await person.click(await screen.findByRole('button', { name: 'Add billing agency' }));
      await person.type(await screen.findByRole('searchbox'), 'billing');
      await screen.findByRole('button', { name: 'Add: Bay Colony Medical Billing' });
    },
  },
  { name: 'organization-list', place: { screen: 'linked-accounts' }, world },
];
