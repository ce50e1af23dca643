import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { WantedNote } from '../../../src-renderer/components/wanted-note.tsx';
import type { WantedPreferences } from '../../../src-shared/ipc/wanted-preferences.ts';
import { anna, fixtureNow, linkedAccounts } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

const [linked] = linkedAccounts;
if (linked === undefined) throw new Error('unreachable');
const wish = (over: Partial<WantedPreferences>): WantedPreferences => ({
  sequence: 1,
  linkedAccountId: linked.id,
  organizationName: linked.organization.name,
  decidedAt: fixtureNow.toISOString(),
  nickname: 'Downtown',
  state: 'waiting',
  error: null,
  ...over,
});
const draw = (wanted?: WantedPreferences) =>
  renderScreen(<WantedNote accountId={anna.id} linked={wanted === undefined ? linked : { ...linked, wanted }} />);

describe('beside a nickname or default', () => {
  it('stands nothing once the portal has it', async () => {
    await draw();
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('stands that it waits, and it can be taken back', async () => {
    const { desk, person } = await draw(wish({ isDefault: true }));
    expect(screen.getByRole('status').textContent).toBe('Nickname and default — waiting to be sent');
    await person.click(screen.getByRole('button', { name: `Undo: ${linked.organization.name}` }));
    expect(desk.inputsOf('linkedAccounts.forgetPreferences')).toEqual([
      { accountId: anna.id, linkedAccountId: linked.id },
    ]);
  });

  it('stands that it is being sent, and it cannot be taken back any more', async () => {
    await draw(wish({ state: 'sending' }));
    expect(screen.getByRole('status').textContent).toBe('Nickname — sending');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('stands why the portal refused it', async () => {
    await draw(wish({ state: 'refused', error: { code: 'not_found' } }));
    expect(screen.getByRole('status').textContent).toBe('Nickname — refused: This is no longer there');
    expect(screen.getByRole('button', { name: `Dismiss: ${linked.organization.name}` })).toBeTruthy();
  });

  it('stands what went wrong with taking it back', async () => {
    const { desk, person } = await draw(wish({}));
    desk.failWith('linkedAccounts.forgetPreferences', { code: 'command_in_flight' });
    await person.click(screen.getByRole('button', { name: /^Undo/u }));
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
