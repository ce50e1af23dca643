import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aim } from '../../../../src-shared/portals/aim.ts';
import { useDeskEvents } from '../../../../src-renderer/app/use-desk-events.ts';
import { HealthPlansScreen } from '../../../../src-renderer/features/health-plans/health-plans-screen.tsx';
import { createFakeDesk, type FakeWorld } from '../../fake-desk.ts';
import { accountPlan, expectedPlan, otherPlan, planAccount, planWorld } from '../../fake-desk-health-plans.ts';
import { anna, fixtureId, syncState } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const world = (over: Partial<FakeWorld> = {}) => {
  const [account] = over.accounts ?? [planAccount()];
  return createFakeDesk({
    ...over,
    accounts: account === undefined ? [] : [account],
    activeAccountId: account?.account.id ?? null,
  });
};
const Screen = () => {
  useDeskEvents();
  return <HealthPlansScreen />;
};
const draw = async (desk = world()) => {
  const rendered = await renderScreen(<Screen />, { desk, place: { screen: 'user-profile' } });
  await screen.findByRole('heading', { level: 1, name: 'Manage Your User Profile' });
  return rendered;
};
const button = (name: string) => screen.findByRole('button', { name });
const section = () => within(screen.getByRole('region', { name: 'Health Plan Utilization Review Programs' }));

describe('A11: Manage Your User Profile', () => {
  it('lists the plans with their Tax IDs by the last four digits, and since when', async () => {
    await draw(world({ health: planWorld({ plans: [accountPlan(expectedPlan, '1938', '2657')] }) }));
    const row = await section().findByRole('row', { name: /Blue Cross/u });
    expect(within(row).getByText('•••••1938, •••••2657')).toBeTruthy();
    expect(within(row).getByText('Feb 3, 2026')).toBeTruthy();
    expect(section().queryByText(/is missing/u)).toBeNull();
  });

  it('A8: says which Tax IDs await verification by the portal', async () => {
    const some = { ...accountPlan(expectedPlan, '1938', '2657'), unverifiedLastFour: ['2657'] };
    const all = { ...accountPlan(otherPlan, '2657'), unverifiedLastFour: ['2657'] };
    await draw(world({ health: planWorld({ plans: [some, all] }) }));
    const text = 'Awaits verification by the portal. Orders are shown after it.';
    expect(await section().findByText(`•••••2657: ${text}`)).toBeTruthy();
    expect(section().getByText(text)).toBeTruthy();
  });

  it('A5: flags the expected plan while it is missing', async () => {
    await draw();
    expect(await section().findByText('Blue Cross Blue Shield of Massachusetts is missing')).toBeTruthy();
  });

  it('says whom to call when a plan is not offered', async () => {
    await draw();
    expect(await section().findByText('Plan not offered? Call')).toBeTruthy();
    expect(section().getByText(/1-800-252-2021/u).textContent).toContain('Carelon Web Customer Service');
    cleanup();
    const account = { ...anna, id: fixtureId(77), portalId: aim.id };
    await draw(world({ accounts: [planAccount({ account })] }));
    expect((await section().findByText(/1-800-252-2021/u)).textContent).toContain(
      'AIM Specialty Health Web Customer Service',
    );
  });

  it('says so when there is none yet', async () => {
    await draw(world({ health: planWorld({ plans: [] }) }));
    expect(await section().findByText('No health plans yet')).toBeTruthy();
    expect(section().getByRole('button', { name: 'Add New Health Plan' })).toBeTruthy();
  });

  it('says what went wrong, and asks again', async () => {
    const desk = world();
    desk.failWith('healthPlans.list', { code: 'portal_error' });
    const { person } = await draw(desk);
    const alert = within(await screen.findByRole('alert'));
    desk.failWith('healthPlans.list', null);
    await person.click(alert.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(otherPlan.name)).toBeTruthy();
  });

  it('shows rows to come while it loads', async () => {
    const desk = world();
    const release = desk.hold('healthPlans.list');
    await draw(desk);
    expect(screen.getByText('Loading health plans')).toBeTruthy();
    act(release);
    expect(await screen.findByText(otherPlan.name)).toBeTruthy();
  });

  it('offline shows what is known, adds nothing, and asks again once the portal is back', async () => {
    const accountId = fixtureId(77);
    const desk = world({ sync: syncState({ accountId, phase: 'offline' }) });
    await draw(desk);
    expect(await screen.findByText(/cannot be reached: this is what it told last/u)).toBeTruthy();
    expect((await button('Add New Health Plan')).hasAttribute('disabled')).toBe(true);
    desk.world.health.plans = [accountPlan(expectedPlan, '1938')];
    act(() => {
      for (const phase of ['syncing', 'idle'] as const) desk.emit('sync.changed', syncState({ accountId, phase }));
    });
    expect(await section().findByRole('row', { name: /Blue Cross/u })).toBeTruthy();
    expect((await button('Add New Health Plan')).hasAttribute('disabled')).toBe(false);
  });

  it('E5: leads to Change Password', async () => {
    const { person, navigation } = await draw();
    await person.click(await button('Change Password'));
    expect(navigation.getState().place).toEqual({ screen: 'settings' });
  });
});

describe('A11: the HIPAA Disclaimer', () => {
  it('comes before the list, and Agree opens it', async () => {
    const desk = world({ health: planWorld({ isAgreed: false }) });
    const { person } = await draw(desk);
    expect(await screen.findByRole('region', { name: 'HIPAA Disclaimer' })).toBeTruthy();
    expect(screen.queryByText(otherPlan.name)).toBeNull();
    await person.click(await button('Agree'));
    expect(await screen.findByText(otherPlan.name)).toBeTruthy();
    expect(desk.inputsOf('healthPlans.acceptDisclaimer')).toEqual([{ accountId: fixtureId(77), revision: '2026-01' }]);
  });

  it('says when agreeing did not reach the portal', async () => {
    const desk = world({ health: planWorld({ isAgreed: false }) });
    desk.failWith('healthPlans.acceptDisclaimer', { code: 'offline' });
    const { person } = await draw(desk);
    await person.click(await button('Agree'));
    desk.failWith('healthPlans.acceptDisclaimer', null);
    await person.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(otherPlan.name)).toBeTruthy();
  });
});

describe('A11: Add New Health Plan', () => {
  const open = async (desk = world()) => {
    const rendered = await draw(desk);
    await rendered.person.click(await button('Add New Health Plan'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add New Health Plan' }));
    await dialog.findByRole('textbox', { name: 'Tax ID (TIN)' });
    return { ...rendered, dialog };
  };

  it('chooses the plan, takes the TIN, and Next puts it into the list', async () => {
    const { person, dialog, desk } = await open();
    await person.click(dialog.getByRole('combobox', { name: 'Health plan' }));
    await person.click(await screen.findByRole('option', { name: expectedPlan.name }));
    await person.type(dialog.getByRole('textbox', { name: 'Tax ID (TIN)' }), '04-2761938');
    await person.click(dialog.getByRole('button', { name: 'Next' }));
    expect(await section().findByRole('row', { name: /Blue Cross/u })).toBeTruthy();
    expect(screen.getByText(`${expectedPlan.name} is now in your list of health plans.`)).toBeTruthy();
    expect(desk.inputsOf('healthPlans.add')).toMatchObject([
      { accountId: fixtureId(77), planId: expectedPlan.id, taxIds: ['042761938'] },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(section().queryByText(/is missing/u)).toBeNull();
  });

  it('does all of it by keyboard alone', async () => {
    const { person } = await draw();
    (await button('Add New Health Plan')).focus();
    await person.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    const plan = await dialog.findByRole('combobox', { name: 'Health plan' });
    await waitFor(() => expect(document.activeElement).toBe(plan));
    await person.keyboard('blue cross{ArrowDown}{Enter}');
    await person.tab();
    expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: 'Tax ID (TIN)' }));
    await person.keyboard('042761938');
    await person.tab();
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Remove Tax ID (TIN)' }));
    await person.tab();
    expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Add another Tax ID (TIN)' }));
    await person.keyboard('{Enter}');
    const second = dialog.getByRole('textbox', { name: 'Tax ID (TIN) 2' });
    await waitFor(() => expect(document.activeElement).toBe(second));
    await person.keyboard('04-3182657{Enter}');
    const row = await section().findByRole('row', { name: /Blue Cross/u });
    expect(within(row).getByText('•••••1938, •••••2657')).toBeTruthy();
  });

  it('adds and removes TINs with plus and minus, once one is entered', async () => {
    const { person, dialog } = await open();
    const first = () => dialog.getByRole('textbox', { name: 'Tax ID (TIN)' }) as HTMLInputElement;
    expect(dialog.queryByRole('button', { name: /^(?:Add another|Remove)/u })).toBeNull();
    await person.type(first(), '042761938');
    await person.click(dialog.getByRole('button', { name: 'Add another Tax ID (TIN)' }));
    await person.type(dialog.getByRole('textbox', { name: 'Tax ID (TIN) 2' }), '043182657');
    await person.click(dialog.getByRole('button', { name: 'Remove Tax ID (TIN)' }));
    expect(first().value).toBe('043182657');
    await person.click(dialog.getByRole('button', { name: 'Remove Tax ID (TIN)' }));
    expect(first().value).toBe('');
  });

  it('says beside each field what is missing or mistyped, and asks the portal nothing', async () => {
    const { person, dialog, desk } = await open();
    await person.click(dialog.getByRole('button', { name: 'Next' }));
    expect(dialog.getAllByText('This field is required.')).toHaveLength(2);
    expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: 'Health plan' }));
    await person.type(dialog.getByRole('textbox', { name: 'Tax ID (TIN)' }), '042761938');
    await person.click(dialog.getByRole('button', { name: /^Add another/u }));
    await person.type(dialog.getByRole('textbox', { name: 'Tax ID (TIN) 2' }), '04-2761938');
    await person.click(dialog.getByRole('button', { name: 'Next' }));
    expect(dialog.getByText('This appears more than once.')).toBeTruthy();
    expect(desk.inputsOf('healthPlans.add')).toEqual([]);
  });

  it('tells the Tax ID that the plan is not associated with', async () => {
    const { person, dialog, desk } = await open();
    await person.click(dialog.getByRole('combobox', { name: 'Health plan' }));
    await person.click(await screen.findByRole('option', { name: expectedPlan.name }));
    const box = dialog.getByRole('textbox', { name: 'Tax ID (TIN)' });
    await person.type(box, '462907314{Enter}');
    expect(await dialog.findByText(/does not match the portal’s records/u)).toBeTruthy();
    expect(dialog.queryByRole('alert')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(box));
    await person.clear(box);
    await person.type(box, '042761938{Enter}');
    expect(await section().findByRole('row', { name: /Blue Cross/u })).toBeTruthy();
    const [one, other] = desk.inputsOf('healthPlans.add');
    expect(one?.id).not.toBe(other?.id);
  });

  it('sends the same decision again under the same id', async () => {
    const { person, dialog, desk } = await open();
    desk.failWith('healthPlans.add', { code: 'offline' });
    await person.click(dialog.getByRole('combobox', { name: 'Health plan' }));
    await person.click(await screen.findByRole('option', { name: expectedPlan.name }));
    await person.type(dialog.getByRole('textbox', { name: 'Tax ID (TIN)' }), '042761938{Enter}');
    const alert = within(await dialog.findByRole('alert'));
    desk.failWith('healthPlans.add', null);
    await person.click(alert.getByRole('button', { name: 'Try again' }));
    expect(await section().findByRole('row', { name: /Blue Cross/u })).toBeTruthy();
    const ids = desk.inputsOf('healthPlans.add').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('says when nothing is left to add, and when the offer cannot be had', async () => {
    const desk = world({ health: planWorld({ offered: [] }) });
    const { person } = await draw(desk);
    desk.failWith('healthPlans.offered', { code: 'offline' });
    await person.click(await button('Add New Health Plan'));
    const dialog = within(await screen.findByRole('dialog'));
    const alert = within(await dialog.findByRole('alert'));
    desk.failWith('healthPlans.offered', null);
    await person.click(alert.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You have every health plan that is offered')).toBeTruthy();
  });
});
