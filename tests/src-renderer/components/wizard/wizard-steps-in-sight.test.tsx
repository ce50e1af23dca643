import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Eligibility } from '../../../../src-shared/portal-api/registration.ts';
import { providerCentral } from '../../../../src-shared/portals/provider-central.ts';
import { drawWizard } from './draw-wizard.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 10_000 };

const { steps } = providerCentral.linkAccount;
const first: Eligibility = {
  organizationName: 'Harborview Family Medicine',
  providerId: '1234567893',
  hasAdministrator: false,
  routes: ['claims', 'mailed-pin'],
  administrators: [],
};
const joining: Eligibility = {
  ...first,
  hasAdministrator: true,
  routes: ['administrator'],
  administrators: ['Dana Whitfield', 'Priya Raman'],
};

async function openRoutes(found: Eligibility) {
  const answers = { organizationNumber: '1234567893', taxId: '12-3456789' };
  const drawn = await drawWizard(providerCentral, steps, {
    start: answers,
    checkEligibility: () => Promise.resolve(found),
  });
  await drawn.person.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByRole('heading', { level: 2, name: 'Select an option' }, slow);
  return drawn;
}
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const progress = () =>
  within(screen.getByRole('list', { name: 'Progress' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('D5: the ways into an organization', () => {
  it('nothing is chosen; what is closed says why', async () => {
    const { person } = await openRoutes(first);
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([false, false, false]);
    const closed = radio('Request access from an account administrator');
    expect(closed.disabled).toBe(true);
    const why = document.getElementById(closed.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toContain('no other user is associated with this organization yet');
    expect(radio('Request same-day access').disabled).toBe(false);
    await person.click(screen.getByRole('button', { name: 'Next' }));
    const group = screen.getByRole('radiogroup');
    expect(group.getAttribute('aria-invalid')).toBe('true');
    expect(group.contains(document.activeElement)).toBe(true);
  });

  it('are chosen by keyboard', async () => {
    const { person } = await openRoutes(first);
    act(() => radio('Request same-day access').focus());
    await person.keyboard(' ');
    expect(radio('Request same-day access').checked).toBe(true);
  });

  it('with an administrator, the proofs are closed', async () => {
    await openRoutes(joining);
    for (const name of ['Request same-day access', 'Request a PIN by U.S. mail']) {
      expect(radio(name).disabled).toBe(true);
      const why = document.getElementById(radio(name).getAttribute('aria-describedby') ?? '');
      expect(why?.textContent).toContain('Request access from its administrator');
    }
  });
});

describe('steps that depend on an answer', () => {
  it('D6: the Request Access screen names the administrators, and sends the request', async () => {
    const { person, sent } = await openRoutes(joining);
    expect(progress()).toHaveLength(2);
    await person.click(radio('Request access from an account administrator'));
    expect(progress()?.at(-1)).toBe('Request Access');
    await person.click(screen.getByRole('button', { name: 'Next' }));
    const names = within(await screen.findByRole('list', { name: 'Account administrators' }, slow));
    expect(names.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(joining.administrators);
    await person.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(sent).toHaveLength(1), slow);
    expect(sent[0]).toEqual({
      organizationNumber: '1234567893',
      taxId: '123456789',
      associationRoute: 'administrator',
    });
  });

  it('D6: says so where the portal names none', async () => {
    const { person } = await openRoutes({ ...joining, administrators: [] });
    await person.click(radio('Request access from an account administrator'));
    await person.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('The portal names no administrator of this organization.', {}, slow)).toBeTruthy();
  });

  it('are passed over where they are not in sight, and so does Back', async () => {
    const { person, title } = await openRoutes(first);
    await person.click(radio('Request a PIN by U.S. mail'));
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(title()).toBe('Request a PIN by U.S. mail'), slow);
    expect(progress()).toHaveLength(3);
    await person.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(title()).toBe('Select an option'), slow);
    expect(radio('Request a PIN by U.S. mail').checked).toBe(true);
  });

  it('a way that another organization does not have is no answer any more', async () => {
    let found = first;
    const { person, title } = await drawWizard(providerCentral, steps, {
      start: { organizationNumber: '1234567893', taxId: '12-3456789', associationRoute: 'mailed-pin' },
      checkEligibility: () => Promise.resolve(found),
    });
    found = joining;
    await person.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(title()).toBe('Select an option'), slow);
    expect(radio('Request a PIN by U.S. mail').checked).toBe(false);
  });
});
