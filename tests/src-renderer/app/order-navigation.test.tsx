import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MainNavigation } from '../../../src-renderer/app/main-navigation.tsx';
import { shownPlace } from '../../../src-renderer/app/shown-place.ts';
import { aim } from '../../../src-shared/portals/aim.ts';
import { carelonMbm } from '../../../src-shared/portals/carelon-mbm.ts';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { createFakeDesk } from '../fake-desk.ts';
import { planAccount } from '../fake-desk-health-plans.ts';
import { anna } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

const at = (portal: PortalDefinition) => planAccount({ account: { ...anna, portalId: portal.id } });

describe('the ways to orders (E6)', () => {
  it.each([
    [carelonMbm, ['Order Search', 'Check Order Status']],
    [aim, ['Order Search']],
    [cca, []],
  ] as const)('E6: stand in the navigation where the portal has them: $id', async (portal, labels) => {
    const account = at(portal);
    const desk = createFakeDesk({ accounts: [account], activeAccountId: account.account.id });
    const { person, navigation } = await renderScreen(<MainNavigation />, { desk });
    await screen.findByRole('button', { name: 'Home' });
    for (const label of ['Order Search', 'Check Order Status']) {
      expect(screen.queryByRole('button', { name: label }) !== null).toBe(labels.some((one) => one === label));
    }
    if (labels.length === 0) return;
    await person.click(screen.getByRole('button', { name: 'Order Search' }));
    await waitFor(() => expect(navigation.getState().place).toEqual({ screen: 'orders' }));
  });

  it('E6: lead home where an account of another portal has none', () => {
    const shown = (portal: PortalDefinition, place: 'orders' | 'check-order-status') =>
      shownPlace({ screen: place }, { desk: at(portal), portal }).screen;
    expect([shown(carelonMbm, 'orders'), shown(carelonMbm, 'check-order-status')]).toEqual([
      'orders',
      'check-order-status',
    ]);
    expect([shown(aim, 'orders'), shown(aim, 'check-order-status')]).toEqual(['orders', 'home']);
    expect([shown(cca, 'orders'), shown(cca, 'check-order-status')]).toEqual(['home', 'home']);
  });
});
