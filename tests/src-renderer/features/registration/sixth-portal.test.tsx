import { act, cleanup, screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src-renderer/app/app.tsx';
import { hostPortal } from '../../../portal-answers/host-portal.ts';
import { sixthPortal } from '../../../portal-answers/sixth-portal.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { renderScreen } from '../../render-screen.tsx';

// typing into a whole form takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });
const slow = { timeout: 20_000 };

async function paste(person: UserEvent, label: string, text: string): Promise<void> {
  act(() => screen.getByLabelText(new RegExp(`^${label}(?: \\*)?$`, 'u')).focus());
  await person.paste(text);
}

describe('a portal that the screens have never seen', () => {
  let takeOut: () => void;
  beforeAll(() => {
    takeOut = hostPortal(sixthPortal);
  });
  afterAll(() => takeOut());
  afterEach(cleanup);

  it('is offered, and is registered at by its own steps, labels and buttons', async () => {
    const desk = createFakeDesk({ accounts: [], activeAccountId: null });
    desk.answerWith('accounts.checkEligibility', {
      organizationName: 'Sunrise Pediatrics',
      providerId: 'SUN-77',
      hasAdministrator: false,
    });
    desk.answerWith('accounts.register', { email: 'noor@example.com', hasAdministrator: false, useBy: null });
    const { person, navigation } = await renderScreen(<App />, { desk, place: { screen: 'choose-portal' } });
    expect((await screen.findAllByText(sixthPortal.name, {}, slow)).length).toBeGreaterThan(0);

    act(() => navigation.getState().go({ screen: 'register', portalId: sixthPortal.id }));
    await screen.findByRole('heading', { level: 1, name: 'Open a desk' }, slow);
    expect(screen.getByRole('heading', { name: 'Part A: Your practice' })).toBeTruthy();
    await person.click(screen.getByRole('radio', { name: 'A practice' }));
    await paste(person, 'Practice', 'Sunrise Pediatrics');
    await paste(person, 'TIN', '12-3456789');
    await paste(person, 'Sunrise number', 'sun-77');
    await paste(person, 'ZIP', '02139');
    // six options are a drop-down
    await person.click(screen.getByRole('combobox', { name: /^Specialty/u }));
    await person.click(await screen.findByRole('option', { name: 'Pediatrics' }));
    await person.click(screen.getByRole('button', { name: 'Continue' }));

    await screen.findByRole('heading', { name: 'Part B: You' }, slow);
    for (const [label, text] of [
      ['Your given name', 'Noor'],
      ['Your family name', 'Haddad'],
      ['Work email', 'noor@example.com'],
      ['Work phone', '413-555-0123'],
      ['Passphrase', 'quiet maple lanterns'],
      ['Passphrase once more', 'quiet maple lanterns'],
    ] as const)
      await paste(person, label, text);
    await person.click(screen.getByRole('button', { name: 'Continue' }));

    await screen.findByRole('heading', { name: 'Part C: Terms of use' }, slow);
    await person.click(screen.getByRole('checkbox', { name: 'I accept the terms of use' }));
    await person.click(screen.getByRole('button', { name: 'Open it' }));
    await screen.findByRole('heading', { level: 1, name: 'Confirm your email address' }, slow);

    const eligibility = {
      providerType: 'group',
      groupName: 'Sunrise Pediatrics',
      taxId: '123456789',
      providerId: 'SUN-77',
      zip: '02139',
      specialty: 'pediatrics',
    };
    expect(desk.inputsOf('accounts.checkEligibility')).toEqual([{ portalId: 'sunrise', answers: eligibility }]);
    expect(desk.inputsOf('accounts.register')).toMatchObject([
      { portalId: 'sunrise', answers: { ...eligibility, phone: '4135550123', terms: true } },
    ]);
  });
});
