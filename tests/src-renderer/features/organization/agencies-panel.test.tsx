import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OrganizationScreen } from '../../../../src-renderer/features/organization/organization-screen.tsx';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { agency, listedAgency, providerCentralAccount } from '../../fake-desk-agencies.ts';
import { fixtureId } from '../../fixtures.ts';
import { renderPeople } from '../../components/people/render-people.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const labels = providerCentral.billingAgencies;
if (labels === undefined) throw new Error('Provider Central has billing agencies');

const at = (over: Parameters<typeof createFakeDesk>[0] = {}) =>
  createFakeDesk({
    accounts: [providerCentralAccount()],
    agencies: [
      agency(1, 'Summit Medical Billing'),
      agency(2, 'Mystic Medical Billing', { status: 'pending', activeSince: null }),
      agency(3, 'Pioneer Valley Claims', { status: 'denied', activeSince: null, reason: 'Contract ended' }),
    ],
    listedAgencies: [
      listedAgency(1, 'Summit Medical Billing'),
      listedAgency(3, 'Pioneer Valley Claims'),
      listedAgency(4, 'Harbor Light Billing', { isRegistered: false }),
    ],
    ...over,
  });

async function open(desk: FakeDesk = at()) {
  const drawn = await renderPeople(<OrganizationScreen users={null} />, { desk });
  await drawn.person.click(await screen.findByRole('tab', { name: labels?.manage ?? '' }));
  return drawn;
}
const row = (name: RegExp) => screen.findByRole('row', { name });
const submitted = (desk: FakeDesk) => desk.inputsOf('commands.submit').flatMap(({ intents }) => intents);

describe('D10: Manage billing agencies', () => {
  it('has the columns of the guide, and says since when an agency is active', async () => {
    await open();
    const table = await screen.findByRole('table', { name: 'Manage billing agencies' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Select', 'Billing agency name', 'Provider Central status', 'Actions']);
    const summit = within(await row(/Summit/u));
    expect(summit.getByText('Active as of: 09/16/2020')).toBeTruthy();
    expect(summit.getByRole('button', { name: 'Deny access: Summit Medical Billing' }).textContent).toBe('Deny access');
    expect((await row(/Mystic/u)).textContent).toContain('Becomes active by itself once the agency has registered.');
    expect((await row(/Pioneer/u)).textContent).toContain('Reason: Contract ended');
    expect(screen.queryByRole('button', { name: 'Deny access: Pioneer Valley Claims' })).toBeNull();
  });

  it('selects one agency at a time', async () => {
    const { person } = await open();
    await person.click(await screen.findByRole('radio', { name: 'Select Summit Medical Billing' }));
    await person.click(screen.getByRole('radio', { name: 'Select Mystic Medical Billing' }));
    const chosen = screen.getAllByRole('radio').filter((radio) => (radio as HTMLInputElement).checked);
    expect(chosen.map((radio) => radio.getAttribute('aria-label'))).toEqual(['Select Mystic Medical Billing']);
  });

  it('denies access after saying what will happen, shows that it waits, and takes it back', async () => {
    const { person, desk } = await open();
    const deny = await screen.findByRole('button', { name: 'Deny access: Summit Medical Billing' });
    deny.focus();
    await person.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Deny access' });
    expect(dialog.textContent).toContain('Summit Medical Billing can no longer act for Harborview Family Medicine.');
    await person.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Contract ended');
    await person.click(within(dialog).getByRole('button', { name: 'Deny access' }));
    expect(submitted(desk)).toEqual([
      { kind: 'deny-billing-agency', subjectId: fixtureId(601), payload: { reason: 'Contract ended' } },
    ]);
    const summit = await row(/Summit/u);
    await waitFor(() => expect(summit.textContent).toContain('Deny access — waiting to be sent'));
    // nothing is shown as done before the portal has said so
    expect(summit.textContent).toContain('Active as of: 09/16/2020');
    await person.click(within(summit).getByRole('button', { name: 'Undo: Summit Medical Billing' }));
    await waitFor(() => expect(summit.textContent).not.toContain('waiting to be sent'));
    expect(desk.world.outbox).toEqual([]);
  });

  it('adds one again whose access was denied, under its own place', async () => {
    const { person, desk } = await open();
    await person.click(await screen.findByRole('button', { name: 'Add again: Pioneer Valley Claims' }));
    expect(submitted(desk)).toEqual([
      { kind: 'add-billing-agency', subjectId: fixtureId(603), payload: { agencyId: fixtureId(653) } },
    ]);
    expect(await screen.findByText(/Add billing agency: Pioneer Valley Claims/u)).toBeTruthy();
  });

  it('tells why the portal refused, until somebody has taken note', async () => {
    const desk = at();
    desk.world.outbox = [
      {
        id: fixtureId(900),
        kind: 'deny-billing-agency',
        state: 'refused',
        decidedAt: '2026-03-04T10:00:00.000Z',
        error: { code: 'not_permitted' },
        organizationId: desk.world.agencies[0]?.organizationId ?? '',
        intent: { kind: 'deny-billing-agency', subjectId: fixtureId(601), payload: { reason: null } },
        subjectName: 'Summit Medical Billing',
      },
    ];
    const { person } = await open(desk);
    const summit = await row(/Summit/u);
    expect(summit.textContent).toContain('You are not allowed to do this');
    await person.click(within(summit).getByRole('button', { name: 'Dismiss: Summit Medical Billing' }));
    await waitFor(() => expect(summit.textContent).not.toContain('not allowed'));
  });

  it('is for administrators: others see the list, and why they can change nothing', async () => {
    const [first, ...rest] = providerCentralAccount().linkedAccounts;
    if (first === undefined) throw new Error('There is one');
    const manager = { ...first, role: 'user' as const, permissions: ['manage-users' as const] };
    await open(at({ accounts: [providerCentralAccount({ linkedAccounts: [manager, ...rest] })] }));
    expect(await row(/Summit/u)).toBeTruthy();
    expect(screen.getByText(/Only administrators can add billing agencies/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Deny access|Add/u })).toBeNull();
  });

  it('has its loading, empty and failed states', async () => {
    const desk = at({ agencies: [] });
    const release = desk.hold('billingAgencies.page');
    await open(desk);
    expect(await screen.findByText('Loading billing agencies')).toBeTruthy();
    release();
    expect(await screen.findByText('No billing agencies yet')).toBeTruthy();
    cleanup();
    const broken = at();
    broken.failWith('billingAgencies.page', { code: 'internal' });
    await open(broken);
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('shows fifty at first, and more when asked', async () => {
    const many = Array.from({ length: 60 }, (_, n) => agency(n + 10, `Agency ${n}`, { id: fixtureId(2000 + n) }));
    const { person } = await open(at({ agencies: many }));
    await screen.findByRole('table');
    expect(screen.getAllByRole('radio')).toHaveLength(50);
    await person.click(screen.getByRole('button', { name: 'Show more (10)' }));
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(60));
  });
});

describe('D10: Add billing agency', () => {
  async function search(text: string, desk: FakeDesk = at()) {
    const drawn = await open(desk);
    const add = await screen.findByRole('button', { name: 'Add billing agency' });
    add.focus();
    await drawn.person.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Add billing agency' });
    const box = within(dialog).getByRole('searchbox', { name: 'Billing agency name' });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await drawn.person.keyboard(text);
    return { ...drawn, desk, dialog };
  }

  it('finds while somebody types, adds by keyboard, and shows the new one at once', async () => {
    const { person, desk, dialog } = await search('harbor');
    const add = await within(dialog).findByRole('button', { name: 'Add: Harbor Light Billing' });
    expect(within(dialog).getByRole('listitem').textContent).toContain('Not registered yet');
    await person.tab();
    expect(document.activeElement).toBe(add);
    await person.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [intent] = submitted(desk);
    expect(intent).toMatchObject({ kind: 'add-billing-agency', payload: { agencyId: fixtureId(654) } });
    expect((await row(/Harbor Light/u)).textContent).toContain('Add — waiting to be sent');
  });

  it('offers no second place to one that is in the list, and the old one to one that was denied', async () => {
    const { person, desk, dialog } = await search('i');
    expect(within(dialog).getByRole('status').textContent).toBe('Type at least two letters of the agency’s name.');
    expect(desk.inputsOf('billingAgencies.search')).toEqual([]);
    await person.keyboard('l');
    await waitFor(() => expect(desk.inputsOf('billingAgencies.search')).toHaveLength(1));
    const summit = await within(dialog).findByText('Summit Medical Billing');
    expect(summit.closest('li')?.textContent).toContain('Already in the list');
    cleanup();
    const again = await search('pioneer');
    await again.person.click(
      await within(again.dialog).findByRole('button', { name: 'Add again: Pioneer Valley Claims' }),
    );
    expect(submitted(again.desk)).toMatchObject([{ subjectId: fixtureId(603) }]);
  });

  it('says what to do about an agency that is not listed', async () => {
    const { dialog } = await search('zephyr');
    expect(await within(dialog).findByText(/has to register first/u)).toBeTruthy();
    expect(dialog.textContent).toContain('tell you when it has created a username and password');
  });

  it('says that there is no line to the portal, and tries again', async () => {
    const desk = at();
    desk.failWith('billingAgencies.search', { code: 'offline' });
    const { person, dialog } = await search('harbor', desk);
    expect((await within(dialog).findByRole('alert')).textContent).toContain('You are offline');
    desk.failWith('billingAgencies.search', null);
    await person.click(within(dialog).getByRole('button', { name: 'Try again' }));
    expect(await within(dialog).findByText('Harbor Light Billing')).toBeTruthy();
  });
});

describe('D10: Manage billing agencies by hand', () => {
  const byHand = () => at({ accounts: [providerCentralAccount({ mode: 'guided' })] });
  const fill = async (person: Awaited<ReturnType<typeof open>>['person'], name: string) => {
    await person.click(await screen.findByRole('button', { name: 'Add billing agency' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add billing agency' }));
    await person.type(dialog.getByLabelText(/^Billing agency name/u), name);
    await person.type(dialog.getByLabelText(/^City/u), 'Worcester');
    await person.type(dialog.getByRole('combobox', { name: /^State/u }), '(MA)');
    await person.click(await screen.findByRole('option', { name: 'Massachusetts (MA)' }));
    await person.click(dialog.getByRole('button', { name: 'Add billing agency' }));
    return dialog;
  };

  it('asks for name, city and state instead of the directory, and adds what was named', async () => {
    const { person, desk } = await open(byHand());
    await fill(person, 'Quabbin Billing');
    await waitFor(() => expect(submitted(desk)).toMatchObject([{ kind: 'add-billing-agency' }]));
    const [kept] = desk.inputsOf('guided.keepAgency');
    expect(kept?.agency).toMatchObject({ name: 'Quabbin Billing', city: 'Worcester', state: 'MA' });
    expect(submitted(desk)).toMatchObject([{ payload: { agencyId: kept?.agency.id } }]);
    expect(desk.inputsOf('billingAgencies.search')).toEqual([]);
    expect(await row(/Quabbin/u)).toBeTruthy();
  });

  it('adds a denied one again in its place, and none that is there', async () => {
    const { person, desk } = await open(byHand());
    const dialog = await fill(person, 'summit medical billing');
    expect(await dialog.findByText('Already in the list')).toBeTruthy();
    expect(submitted(desk)).toEqual([]);
    const name = dialog.getByLabelText(/^Billing agency name/u);
    await person.clear(name);
    await person.type(name, 'Pioneer Valley Claims');
    await person.click(dialog.getByRole('button', { name: 'Add billing agency' }));
    await waitFor(() =>
      expect(submitted(desk)).toEqual([
        { kind: 'add-billing-agency', subjectId: fixtureId(603), payload: { agencyId: fixtureId(653) } },
      ]),
    );
  });

  it('says what is missing', async () => {
    const { person, desk } = await open(byHand());
    await person.click(await screen.findByRole('button', { name: 'Add billing agency' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add billing agency' }));
    await person.click(dialog.getByRole('button', { name: 'Add billing agency' }));
    expect(await dialog.findAllByText('This field is required.')).toHaveLength(3);
    expect(desk.inputsOf('guided.keepAgency')).toEqual([]);
  });

  it('denies access as a decision', async () => {
    const { person, desk } = await open(byHand());
    await person.click(await screen.findByRole('button', { name: 'Deny access: Summit Medical Billing' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Deny access' }));
    await person.click(dialog.getByRole('button', { name: 'Deny access' }));
    await waitFor(() => expect(submitted(desk)).toMatchObject([{ kind: 'deny-billing-agency' }]));
  });
});
