import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useDeskEvents } from '../../../../src-renderer/app/use-desk-events.ts';
import { KeepOffer } from '../../../../src-renderer/components/wizard/keep-offer.tsx';
import { Wizard } from '../../../../src-renderer/components/wizard/wizard.tsx';
import { emptyPracticeProfile, type PracticeProfile } from '../../../../src-shared/domain/practice-profile.ts';
import { cca } from '../../../../src-shared/portals/cca.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { drLopez, harborviewGroup, nora, practiceProfile } from '../../practice-fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

function WizardAndOffer() {
  useDeskEvents();
  return (
    <>
      <Wizard
        draftKey="test"
        portalId="cca"
        steps={cca.linkAccount.steps}
        policy={cca.passwordPolicy}
        checkEligibility={() =>
          Promise.resolve({ organizationName: 'Harborview', providerId: 'CCA-100772', hasAdministrator: false })
        }
        submit={() => Promise.resolve()}
        onCancel={() => undefined}
      />
      <KeepOffer />
    </>
  );
}

const draw = (practice: PracticeProfile) => renderScreen(<WizardAndOffer />, { desk: createFakeDesk({ practice }) });
const value = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;
const offer = () => screen.queryByRole('region', { name: 'Fill in from the practice profile' });

async function finish(person: Awaited<ReturnType<typeof draw>>['person']): Promise<void> {
  await person.click(screen.getByRole('button', { name: 'Next' }));
  await person.click(await screen.findByRole('checkbox', { name: 'I confirm the Provider Agreement' }));
  await person.click(screen.getByRole('button', { name: 'Finish' }));
}

describe('the offer to fill in', () => {
  it('is not there while the profile has nothing for the form', async () => {
    await draw(emptyPracticeProfile);
    expect(screen.getByRole('heading', { name: 'Step 1 of 2 - Provider Eligibility' })).toBeTruthy();
    expect(offer()).toBeNull();
    cleanup();
    await draw({ people: [nora], organizations: [] });
    expect(offer()).toBeNull();
  });

  it('fills every field that is empty, leaves the others, and goes', async () => {
    const { person } = await draw(practiceProfile);
    await person.type(screen.getByLabelText(/^ZIP code/u), '02108');
    await person.click(await screen.findByRole('button', { name: 'Fill in' }));
    expect(value(/^Group Name/u)).toBe('Harborview Family Medicine');
    expect(value(/^Tax ID/u)).toBe('123456789');
    expect(value(/^ZIP code/u)).toBe('02108');
    expect(offer()).toBeNull();
    const told = screen.getByText('4 fields filled in from the practice profile.');
    await waitFor(() => expect(document.activeElement).toBe(told));
  });

  it('lets one choose where there are several organizations', async () => {
    const { person } = await draw({ ...practiceProfile, organizations: [harborviewGroup, drLopez] });
    await person.click(await screen.findByRole('combobox', { name: 'Organization' }));
    await person.click(await screen.findByRole('option', { name: 'Maria Lopez' }));
    await person.click(await screen.findByRole('button', { name: 'Fill in' }));
    expect(value(/^Practitioner's First Name/u)).toBe('Maria');
    expect(screen.queryByRole('combobox', { name: 'Person' })).toBeNull();
  });
});

describe('the offer to keep', () => {
  it('tells exactly what would change, and keeps it', async () => {
    const { person, desk } = await draw(practiceProfile);
    await person.type(screen.getByLabelText(/^ZIP code/u), '02108');
    await person.click(await screen.findByRole('button', { name: 'Fill in' }));
    await finish(person);
    await screen.findByRole('region', { name: 'Keep in the practice profile?' });
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toContain(
      'Harborview Family Medicine, ZIP code: 02108 (new)',
    );
    expect(desk.inputsOf('practice.save')).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(screen.queryByText('Keep in the practice profile?')).toBeNull());
    expect(desk.world.practice.organizations[0]?.addresses.map(({ zip }) => zip)).toEqual(['01109', '01103', '02108']);
  });

  it('goes without a trace when it is not wanted', async () => {
    const { person, desk } = await draw(practiceProfile);
    await person.type(screen.getByLabelText(/^ZIP code/u), '02108');
    await person.click(await screen.findByRole('button', { name: 'Fill in' }));
    await finish(person);
    await person.click(await screen.findByRole('button', { name: 'Not now' }));
    expect(screen.queryByText('Keep in the practice profile?')).toBeNull();
    expect(desk.world.practice).toEqual(practiceProfile);
  });

  it('is not made where nothing differs', async () => {
    const { person } = await draw(practiceProfile);
    await person.click(await screen.findByRole('button', { name: 'Fill in' }));
    await finish(person);
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Finish' })).toBeTruthy());
    expect(screen.queryByText('Keep in the practice profile?')).toBeNull();
  });

  it('says when it could not be kept, and stays', async () => {
    const { person, desk } = await draw(practiceProfile);
    desk.failWith('practice.save', { code: 'disk_full' });
    await person.type(screen.getByLabelText(/^ZIP code/u), '02108');
    await person.click(await screen.findByRole('button', { name: 'Fill in' }));
    await finish(person);
    await person.click(await screen.findByRole('button', { name: 'Keep' }));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Keep' })).toBeTruthy();
  });
});
