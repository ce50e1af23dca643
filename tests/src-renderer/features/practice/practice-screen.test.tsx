import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useDeskEvents } from '../../../../src-renderer/app/use-desk-events.ts';
import { PracticeScreen } from '../../../../src-renderer/features/practice/practice-screen.tsx';
import type { RegisteredProvider } from '../../../../src-shared/domain/registered-provider.ts';
import { createFakeDesk, type FakeWorld } from '../../fake-desk.ts';
import { fixtureNow } from '../../fixtures.ts';
import { harborviewGroup, nora, practiceProfile } from '../../practice-fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

function Practice() {
  useDeskEvents();
  return <PracticeScreen />;
}
const draw = (world: Partial<FakeWorld> = {}) => renderScreen(<Practice />, { desk: createFakeDesk(world) });
const inDialog = async (name: string) => within(await screen.findByRole('dialog', { name }));
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

const registered: RegisteredProvider = {
  npi: '1234567893',
  kind: 'group',
  name: 'HARBORVIEW FAMILY MEDICINE',
  isActive: true,
  addresses: [
    { purpose: 'practice', street: '12 HARBOR ST', city: 'SPRINGFIELD', state: 'MA', zip: '01109-1234', phone: null },
    { purpose: 'mailing', street: 'PO BOX 9', city: 'SPRINGFIELD', state: 'MA', zip: '', phone: null },
  ],
  taxonomies: [{ code: '207Q00000X', description: 'Family Medicine', isPrimary: true, state: 'MA', license: '123' }],
};

describe('the practice profile', () => {
  it('says what it is for while it is empty', async () => {
    await draw();
    expect(await screen.findByText('Nobody yet')).toBeTruthy();
    expect(screen.getByText('No organization yet')).toBeTruthy();
  });

  it('tells that it is loading, and why it could not be read', async () => {
    const desk = createFakeDesk();
    const release = desk.hold('practice.read');
    await renderScreen(<Practice />, { desk });
    expect(screen.getByText('Loading the practice profile')).toBeTruthy();
    desk.failWith('practice.read', { code: 'internal' });
    release();
    expect(await screen.findByText('Something went wrong')).toBeTruthy();
    desk.failWith('practice.read', null);
  });

  it('lists people and organizations, of a Tax ID the last four digits', async () => {
    await draw({ practice: practiceProfile });
    expect(await screen.findByRole('rowheader', { name: 'Nora Quist' })).toBeTruthy();
    expect(screen.getByText('•••••6789')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/123456789(?!\d)/u);
    expect(screen.getByText('Practice: 12 Harbor Street, Springfield, MA 01109')).toBeTruthy();
  });
});

describe('a person', () => {
  it('is added, in normal form, once nothing is wrong any more', async () => {
    const { person, desk } = await draw();
    await person.click(await screen.findByRole('button', { name: 'Add person' }));
    const dialog = await inDialog('Add person');
    await person.type(dialog.getByLabelText(/^First Name/u), 'Nora');
    await person.type(dialog.getByLabelText('Phone'), '12');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('This field is required.')).toBeTruthy();
    expect(dialog.getByText('Enter a ten-digit phone number, such as 413-555-0123.')).toBeTruthy();
    expect(desk.inputsOf('practice.save')).toEqual([]);
    await person.type(dialog.getByLabelText(/^Last Name/u), 'Quist');
    await person.clear(dialog.getByLabelText('Phone'));
    await person.type(dialog.getByLabelText('Phone'), '(413) 555-0123{Enter}');
    await gone();
    expect(desk.world.practice.people).toMatchObject([
      { firstName: 'Nora', lastName: 'Quist', phone: '4135550123', email: null },
    ]);
    expect(await screen.findByRole('rowheader', { name: 'Nora Quist' })).toBeTruthy();
  });

  it('is changed in place', async () => {
    const { person, desk } = await draw({ practice: practiceProfile });
    await person.click(await screen.findByRole('button', { name: 'Edit Nora Quist' }));
    const dialog = await inDialog('Edit person');
    await person.clear(dialog.getByLabelText('Fax'));
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await gone();
    expect(desk.world.practice.people).toEqual([{ ...nora, fax: null }]);
  });

  it('is removed only after a question', async () => {
    const { person, desk } = await draw({ practice: practiceProfile });
    await person.click(await screen.findByRole('button', { name: 'Remove Nora Quist' }));
    const dialog = await inDialog('Remove Nora Quist');
    expect(desk.world.practice.people).toHaveLength(1);
    await person.click(dialog.getByRole('button', { name: 'Remove from the profile' }));
    await gone();
    expect(desk.world.practice).toEqual({ ...practiceProfile, people: [] });
  });

  it('stays in the form when it could not be kept', async () => {
    const { person, desk } = await draw({ practice: practiceProfile });
    desk.failWith('practice.save', { code: 'disk_full' });
    await person.click(await screen.findByRole('button', { name: 'Edit Nora Quist' }));
    const dialog = await inDialog('Edit person');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('The disk is full')).toBeTruthy();
  });
});

describe('an organization', () => {
  it('is kept with its addresses and provider IDs', async () => {
    const { person, desk } = await draw();
    await person.click(await screen.findByRole('button', { name: 'Add organization' }));
    const dialog = await inDialog('Add organization');
    await person.type(dialog.getByLabelText(/^Name/u), 'Harborview');
    await person.type(dialog.getByLabelText('Tax ID'), '12-3456789');
    await person.type(dialog.getByLabelText('Provider ID/Billing Number at CCA Provider Portal'), 'cca-1');
    await person.click(dialog.getByRole('button', { name: 'Add address' }));
    const address = within(dialog.getByRole('group', { name: 'Address 1' }));
    await person.type(address.getByLabelText('State'), 'Mass');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await address.findByText('This field is required.')).toBeTruthy();
    expect(address.getByText('Enter the two letters of the state, such as MA.')).toBeTruthy();
    await person.clear(address.getByLabelText('State'));
    await person.type(address.getByLabelText(/^ZIP code/u), '01103');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await gone();
    expect(desk.world.practice.organizations).toMatchObject([
      {
        kind: 'group',
        name: 'Harborview',
        taxId: '123456789',
        providerIds: [{ portalId: 'cca', providerId: 'CCA-1' }],
        addresses: [{ purpose: 'remittance', street: null, state: null, zip: '01103' }],
      },
    ]);
  });

  it('stays as it is when it is opened and saved', async () => {
    const { person, desk } = await draw({ practice: practiceProfile });
    await person.click(await screen.findByRole('button', { name: `Edit ${harborviewGroup.name}` }));
    const dialog = await inDialog('Edit organization');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await gone();
    expect(desk.inputsOf('practice.save')).toHaveLength(1);
    expect(desk.world.practice).toEqual(practiceProfile);
  });

  it('loses an address and keeps the others', async () => {
    const { person, desk } = await draw({ practice: practiceProfile });
    await person.click(await screen.findByRole('button', { name: `Edit ${harborviewGroup.name}` }));
    const dialog = await inDialog('Edit organization');
    await person.click(dialog.getByRole('button', { name: 'Remove address 1' }));
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await gone();
    expect(desk.world.practice.organizations[0]?.addresses).toEqual(harborviewGroup.addresses.slice(1));
  });
});

describe('a look-up in the NPI Registry', () => {
  const openForm = async (world: Partial<FakeWorld>) => {
    const rendered = await draw(world);
    await rendered.person.click(await screen.findByRole('button', { name: 'Add organization' }));
    const dialog = await inDialog('Add organization');
    return {
      ...rendered,
      dialog,
      lookUp: () => rendered.person.click(dialog.getByRole('button', { name: 'Look up' })),
    };
  };
  const allowed = { registryAllowedSince: fixtureNow.toISOString() };

  it('says once what is sent to whom, and sends nothing before it was allowed', async () => {
    const { person, desk, dialog, lookUp } = await openForm({ registered });
    await person.type(dialog.getByLabelText('NPI'), '1234567893');
    await lookUp();
    expect((await dialog.findByText(/The NPI, and nothing else, is sent to/u)).textContent).toContain(
      'registry.example',
    );
    expect(desk.inputsOf('npiRegistry.lookUp')).toEqual([]);
    await person.click(dialog.getByRole('button', { name: 'Not now' }));
    expect(desk.inputsOf('npiRegistry.lookUp')).toEqual([]);
    await lookUp();
    await person.click(dialog.getByRole('button', { name: 'Allow and look up' }));
    expect(await dialog.findByText('Found in the NPI Registry')).toBeTruthy();
    expect(desk.inputsOf('npiRegistry.consent')).toEqual([{ allowed: true }]);
    expect(desk.inputsOf('npiRegistry.lookUp')).toEqual([{ npi: '1234567893' }]);
  });

  it('fills name and addresses, and shows taxonomy and day', async () => {
    const { person, desk, dialog, lookUp } = await openForm({ registered, ...allowed });
    await person.type(dialog.getByLabelText('NPI'), '1234567893');
    await lookUp();
    expect(await dialog.findByText('Family Medicine (207Q00000X), primary, license MA 123')).toBeTruthy();
    expect(dialog.getByText(/^As of/u)).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>(/^Name/u).value).toBe('HARBORVIEW FAMILY MEDICINE');
    expect(dialog.queryByText('This NPI is deactivated')).toBeNull();
    await lookUp();
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await gone();
    expect(desk.world.practice.organizations[0]?.addresses).toMatchObject([
      { purpose: 'practice', street: '12 HARBOR ST', city: 'SPRINGFIELD', state: 'MA', zip: '01109-1234' },
    ]);
  });

  it('leaves a name that was typed', async () => {
    const { person, dialog, lookUp } = await openForm({ registered, ...allowed });
    await person.type(dialog.getByLabelText(/^Name/u), 'Harborview');
    await person.type(dialog.getByLabelText('NPI'), '1234567893');
    await lookUp();
    await dialog.findByText('Found in the NPI Registry');
    expect(dialog.getByLabelText<HTMLInputElement>(/^Name/u).value).toBe('Harborview');
  });

  it('asks nobody for what cannot be an NPI', async () => {
    const { person, desk, dialog, lookUp } = await openForm({ registered, ...allowed });
    await person.type(dialog.getByLabelText('NPI'), '1234567890');
    await lookUp();
    expect(await dialog.findByText(/This NPI has a mistyped digit/u)).toBeTruthy();
    expect(desk.inputsOf('npiRegistry.lookUp')).toEqual([]);
  });

  it.each<[string, RegisteredProvider | null, string]>([
    ['is deactivated', { ...registered, isActive: false }, 'This NPI is deactivated'],
    ['is not there', null, 'Not in the NPI Registry'],
  ])('warns of an NPI that %s', async (_, answer, title) => {
    const { person, dialog, lookUp } = await openForm({ registered: answer, ...allowed });
    await person.type(dialog.getByLabelText('NPI'), '1234567893');
    await lookUp();
    expect(await dialog.findByText(title)).toBeTruthy();
  });

  it('says when the registry is away; the form works without it', async () => {
    const { person, desk, dialog, lookUp } = await openForm({ registered, ...allowed });
    desk.failWith('npiRegistry.lookUp', { code: 'registry_unavailable' });
    await person.type(dialog.getByLabelText('NPI'), '1234567893');
    await lookUp();
    expect(await dialog.findByText('The NPI Registry cannot be reached')).toBeTruthy();
    await person.type(dialog.getByLabelText(/^Name/u), 'Harborview');
    await person.click(dialog.getByRole('button', { name: 'Save' }));
    await gone();
    expect(desk.world.practice.organizations).toMatchObject([{ name: 'Harborview', npi: '1234567893' }]);
  });

  it('can be forbidden again', async () => {
    const { person, desk } = await draw(allowed);
    await person.click(await screen.findByRole('button', { name: 'Stop look-ups' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop look-ups' })).toBeNull());
    expect(desk.inputsOf('npiRegistry.consent')).toEqual([{ allowed: false }]);
  });
});
