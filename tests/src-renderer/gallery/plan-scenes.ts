import { screen } from '@testing-library/dom';
import { accountPlan, expectedPlan, otherPlan, planAccount, planWorld } from '../fake-desk-health-plans.ts';
import { syncState } from '../fixtures.ts';
import type { Scene } from './scene.ts';

const account = planAccount();
const accountId = account.account.id;
const here = {
  accounts: [account],
  activeAccountId: accountId,
  sync: syncState({ accountId, lastSyncedAt: null }),
};
const place = { screen: 'user-profile' } as const;
const both = [accountPlan(otherPlan, '1938'), accountPlan(expectedPlan, '1938', '2657')];

export const planScenes: readonly Scene[] = [
  { name: 'home-health-plans', place: { screen: 'home' }, world: { ...here, health: planWorld({ plans: both }) } },
  { name: 'home-disclaimer', place: { screen: 'home' }, world: { ...here, health: planWorld({ isAgreed: false }) } },
  { name: 'user-profile', place, world: { ...here, health: planWorld({ plans: both }) } },
  { name: 'user-profile-missing', place, world: here },
  { name: 'user-profile-empty', place, world: { ...here, health: planWorld({ plans: [] }) } },
  { name: 'user-profile-disclaimer', place, world: { ...here, health: planWorld({ isAgreed: false }) } },
  {
    name: 'user-profile-offline',
    place,
    world: { ...here, sync: syncState({ accountId, phase: 'offline', lastSyncedAt: null }) },
  },
  {
    name: 'user-profile-error',
    place,
    world: here,
    arrange: (desk) => desk.failWith('healthPlans.list', { code: 'portal_error' }),
  },
  {
    name: 'user-profile-add',
    place,
    world: here,
    play: async (person) => {
      await person.click(await screen.findByRole('button', { name: 'Add New Health Plan' }));
      await person.type(await screen.findByRole('textbox', { name: 'Tax ID (TIN)' }), '12');
      await person.click(screen.getByRole('button', { name: 'Next' }));
    },
  },
];
