import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HomeNotices } from '../../../../src-renderer/components/notices/home-notices.tsx';
import { NoticesBadge } from '../../../../src-renderer/components/notices/notices-badge.tsx';
import { CheckOrderStatusScreen } from '../../../../src-renderer/features/orders/check-order-status-screen.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { planAccount } from '../../fake-desk-health-plans.ts';
import { renderScreen } from '../../render-screen.tsx';

afterEach(cleanup);

const planDesk = () => {
  const account = planAccount();
  return createFakeDesk({ accounts: [account], activeAccountId: account.account.id });
};

describe('notices (E7)', () => {
  it('E7: tell of the branding change and the releases at home, until they are dismissed', async () => {
    const { person, desk } = await renderScreen(
      <>
        <NoticesBadge />
        <HomeNotices />
      </>,
      { desk: planDesk() },
    );
    expect(await screen.findByText('ProviderPortal is now the Carelon MBM provider portal')).toBeDefined();
    expect(screen.getByText('Release highlights: April and May 2024')).toBeDefined();
    expect(screen.getByRole('button', { name: '3 portal updates' })).toBeDefined();
    await person.click(screen.getByRole('button', { name: /^Dismiss: ProviderPortal is now/u }));
    await waitFor(() => expect(screen.queryByText(/is now the Carelon MBM/u)).toBeNull());
    expect(await screen.findByRole('button', { name: '2 portal updates' })).toBeDefined();
    expect(desk.inputsOf('notices.dismiss')).toMatchObject([{ noticeId: 'branding-change' }]);
  });

  it('the badge leads home', async () => {
    const { person, navigation } = await renderScreen(<NoticesBadge />, {
      desk: planDesk(),
      place: { screen: 'orders' },
    });
    await person.click(await screen.findByRole('button', { name: '3 portal updates' }));
    expect(navigation.getState().place).toEqual({ screen: 'home' });
  });

  it('are none where the portal has none', async () => {
    const { desk } = await renderScreen(<HomeNotices />);
    expect(screen.queryByRole('heading')).toBeNull();
    expect(desk.inputsOf('notices.dismissed')).toEqual([]);
  });

  it('E6: Check Order Status tells of its retirement and leads to Order Search', async () => {
    const { person, navigation } = await renderScreen(<CheckOrderStatusScreen />, { desk: planDesk() });
    expect(await screen.findByText('Check Order Status was retired on August 26, 2024')).toBeDefined();
    await person.click(screen.getByRole('button', { name: 'Open Order Search' }));
    expect(navigation.getState().place).toEqual({ screen: 'orders' });
  });
});
