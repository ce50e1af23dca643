import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Wizard } from '../../../../src-renderer/components/wizard/wizard.tsx';
import type { Answers } from '../../../../src-shared/portals/answers.ts';
import { carelonPostAcute } from '../../../../src-shared/portals/carelon-post-acute.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { directory } from '../../fake-desk-accounts.ts';
import { renderScreen } from '../../render-screen.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 10_000 };

async function draw(desk = createFakeDesk()) {
  const checked: Answers[] = [];
  const step = carelonPostAcute.registration.steps[1];
  if (step === undefined) throw new Error('no such step');
  const { person } = await renderScreen(
    <Wizard
      draftKey="test"
      portalId="carelon-post-acute"
      steps={[{ ...step, fields: step.fields.filter(({ id }) => id === 'providerNpi' || id === 'organization') }]}
      policy={carelonPostAcute.passwordPolicy}
      checkEligibility={(answers) => {
        checked.push(answers);
        return Promise.reject(new Error('enough'));
      }}
      submit={() => Promise.reject(new Error('not sent'))}
      onCancel={() => undefined}
    />,
    { desk },
  );
  const npi = screen.getByLabelText<HTMLInputElement>(/^Provider NPI/u);
  const organization = screen.getByLabelText<HTMLInputElement>(/^Organization/u, { selector: 'input' });
  return { person, desk, checked, npi, organization };
}
const status = () => screen.getByRole('status').textContent;

describe('E4: selecting the organization', () => {
  it('asks for five digits first, and the portal once for what was typed in one go', async () => {
    const { person, desk, npi } = await draw();
    await person.type(npi, '1234');
    expect(status()).toBe('Type at least the first 5 digits of the NPI.');
    await person.clear(npi);
    await person.click(npi);
    await person.paste('12345');
    await waitFor(() => expect(status()).toBe('2 providers match.'), slow);
    expect(desk.inputsOf('accounts.findProviders')).toEqual([{ portalId: 'carelon-post-acute', npi: '12345' }]);
  });

  it('is done by keyboard, fills in the whole NPI and answers with the provider’s ID', async () => {
    const { person, npi, organization, checked } = await draw();
    await person.type(npi, '12345');
    await waitFor(() => expect(status()).toBe('2 providers match.'), slow);
    await person.tab();
    expect(document.activeElement).toBe(organization);
    await person.keyboard('{ArrowDown}');
    await screen.findByRole('option', { name: /Lakeside Wound Care, Framingham, MA/u }, slow);
    await person.keyboard('{Enter}');
    const [chosen] = directory;
    await waitFor(() => expect(npi.value).toBe(chosen?.npi), slow);
    await waitFor(() => expect(organization.value).toContain('Harborview Home Health, Quincy, MA'), slow);
    await person.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(
      () => expect(checked).toEqual([{ providerNpi: chosen?.npi, organization: chosen?.providerId }]),
      slow,
    );
  });

  it('is undone by another NPI, so that nobody registers for what is no longer shown', async () => {
    const { person, npi, organization, checked } = await draw();
    await person.type(npi, '1234567893');
    await waitFor(() => expect(status()).toBe('1 provider matches.'), slow);
    await person.click(organization);
    await person.click(await screen.findByRole('option', { name: /Harborview/u }, slow));
    await waitFor(() => expect(organization.value).toContain('Harborview'), slow);
    await person.clear(npi);
    await person.type(npi, '1993999998');
    await waitFor(() => expect(status()).toBe('No provider’s NPI begins with 1993999998.'), slow);
    expect(organization.value).toBe('');
    await person.click(screen.getByRole('button', { name: 'Continue' }));
    expect(organization.getAttribute('aria-invalid')).toBe('true');
    expect(checked).toEqual([]);
  });

  it('says when the portal cannot be reached, and looks again when asked', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.findProviders', { code: 'offline' });
    const { person, npi } = await draw(desk);
    await person.type(npi, '12345');
    const again = await screen.findByRole('button', { name: 'Try again' }, slow);
    expect(status()).toContain('You are offline');
    expect(npi.value).toBe('12345');
    await person.click(again);
    await waitFor(() => expect(desk.inputsOf('accounts.findProviders')).toHaveLength(2), slow);
  });

  it('names the line to call, and the option to press', async () => {
    await draw();
    expect(screen.getByText(/call Carelon at 1-844-411-9622, option 4/u)).toBeTruthy();
  });
});
