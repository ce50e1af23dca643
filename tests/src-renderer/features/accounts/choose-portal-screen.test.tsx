import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../../src-renderer/app/app.tsx';
import type { Draft } from '../../../../src-shared/ipc/drafts.ts';
import { portals } from '../../../../src-shared/portals/catalogue.ts';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);
const slow = { timeout: 20_000 };

const kept: Draft = { answers: { firstName: 'Nora' }, stepId: 'account', found: null };
const deskWith = (...drafts: readonly (readonly [string, Draft])[]) =>
  createFakeDesk({ accounts: [], activeAccountId: null, drafts: new Map(drafts) });
const open = async (desk: FakeDesk) => {
  const shown = await renderScreen(<App />, { desk });
  await screen.findByRole('heading', { level: 1, name: 'Choose a portal' }, slow);
  return shown;
};
const cca = async () => within(await screen.findByRole('region', { name: 'CCA Provider Portal' }, slow));
const goOn = { name: 'Continue your registration' };

describe('Choose a portal', () => {
  it('offers to register where nobody has begun to', async () => {
    const { desk } = await open(deskWith(['link 1', kept], ['register cca', { ...kept, answers: {} }]));
    await waitFor(() => expect(desk.inputsOf('drafts.read')).toContainEqual({ key: 'register cca' }));
    expect((await cca()).getByRole('button', { name: 'Register' })).toBeTruthy();
    expect(screen.queryByRole('button', goOn)).toBeNull();
  });

  it('leads back to a registration that was left, of that portal alone', async () => {
    const { person } = await open(deskWith(['register cca', kept]));
    const button = await (await cca()).findByRole('button', goOn, slow);
    expect(screen.getAllByRole('button', goOn)).toHaveLength(1);
    await person.click(button);
    const name = await screen.findByLabelText<HTMLInputElement>(/^First Name/u, {}, slow);
    await waitFor(() => expect(name.value).toBe('Nora'));
  });

  it('knows at once what was left or begun anew in this window', async () => {
    const { person } = await open(deskWith());
    await person.click((await cca()).getByRole('button', { name: 'Register' }));
    await person.type(await screen.findByLabelText(/^First Name/u, {}, slow), 'No');
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    await person.click(await (await cca()).findByRole('button', goOn, slow));
    await person.click(await screen.findByRole('button', { name: 'Start over' }, slow));
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await (await cca()).findByRole('button', { name: 'Register' }, slow)).toBeTruthy();
  });

  it('offers to register where the disk cannot be read', async () => {
    const desk = deskWith(['register cca', kept]);
    desk.failWith('drafts.read', { code: 'keychain_unavailable' });
    await open(desk);
    expect((await cca()).getByRole('button', { name: 'Register' })).toBeTruthy();
  });

  it('explains guided mode once and offers it under a name of its own for each portal', async () => {
    const { person } = await open(deskWith());
    expect(screen.getAllByText(/shows each step and keeps the record/u)).toHaveLength(1);
    for (const { name } of portals) {
      const row = within(screen.getByRole('region', { name }));
      const guided = row.getByRole('button', { name: `Use guided mode: ${name}` });
      expect(document.getElementById(guided.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/web site/u);
    }
    screen.getByRole('button', { name: 'Use guided mode: Provider Central' }).focus();
    await person.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Choose a portal' })).toBeNull(), slow);
  });

  it('shows whom to call when asked by keyboard, and gives the focus back', async () => {
    const { person } = await open(deskWith());
    expect(screen.queryByText(/1-800-771-4097/u)).toBeNull();
    const button = screen.getByRole('button', { name: 'Support numbers: Provider Central' });
    button.focus();
    await person.keyboard('{Enter}');
    expect((await screen.findByRole('dialog', {}, slow)).textContent).toMatch(/EDI support: 1-800-771-4097, option 2/u);
    await person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('has no support button where a portal has no number', async () => {
    await open(deskWith());
    expect((await cca()).queryByRole('button', { name: /^Support numbers/u })).toBeNull();
  });
});
