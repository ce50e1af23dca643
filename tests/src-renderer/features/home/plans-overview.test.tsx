import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HomeScreen } from '../../../../src-renderer/features/home/home-screen.tsx';
import { createFakeDesk, type FakeWorld } from '../../fake-desk.ts';
import { accountPlan, expectedPlan, otherPlan, planAccount, planWorld } from '../../fake-desk-health-plans.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const draw = async (over: Partial<FakeWorld> = {}) => {
  const [account = planAccount()] = over.accounts ?? [];
  const desk = createFakeDesk({ ...over, accounts: [account], activeAccountId: account.account.id });
  const rendered = await renderScreen(<HomeScreen />, { desk });
  await screen.findByRole('heading', { level: 1 });
  return { ...rendered, section: within(screen.getByRole('region', { name: 'Health plans' })) };
};

describe('A11: home of an account with health plans', () => {
  it('shows where the account stands and its plans, and leads to them', async () => {
    const { section, person, navigation } = await draw();
    expect(await section.findByText(otherPlan.name)).toBeTruthy();
    expect(section.getByText('Tax ID (TIN) •••••1938')).toBeTruthy();
    expect(section.getByText('Account active')).toBeTruthy();
    await person.click(section.getByRole('button', { name: 'Manage Your User Profile' }));
    expect(navigation.getState().place).toEqual({ screen: 'user-profile' });
  });

  it('shows five of many, and says when there is none', async () => {
    const plans = Array.from({ length: 7 }, (_, place) =>
      accountPlan({ id: `plan-${String(place)}`, name: `Plan ${String(place)}` }, '1938'),
    );
    const { section } = await draw({ health: planWorld({ plans }) });
    expect(await section.findByText('and 2 more')).toBeTruthy();
    expect(section.queryByText('Plan 5')).toBeNull();
    cleanup();
    const none = await draw({ health: planWorld({ plans: [] }) });
    expect(await none.section.findByText(/^No health plan yet/u)).toBeTruthy();
  });

  it('asks for the HIPAA Disclaimer before it shows any', async () => {
    const { section, person } = await draw({
      health: planWorld({ isAgreed: false, plans: [accountPlan(expectedPlan, '1938')] }),
    });
    expect(await screen.findByRole('region', { name: 'HIPAA Disclaimer' })).toBeTruthy();
    expect(section.getByText('Agree to the HIPAA Disclaimer to see your health plans.')).toBeTruthy();
    expect(section.queryByText(expectedPlan.name)).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Agree' }));
    expect(await section.findByText(expectedPlan.name)).toBeTruthy();
  });

  it('has nothing of linked accounts or people', async () => {
    const { desk } = await draw();
    expect(screen.queryByRole('region', { name: 'Linked accounts' })).toBeNull();
    expect(desk.inputsOf('users.counts')).toEqual([]);
  });

  it('says that the account is signed out, over what it last knew', async () => {
    const { section } = await draw({ accounts: [planAccount({ state: 'signed-out' })] });
    expect(section.getByText('Signed out')).toBeTruthy();
    expect(await section.findByText(otherPlan.name)).toBeTruthy();
  });
});
