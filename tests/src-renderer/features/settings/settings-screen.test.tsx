import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useWizardDrafts } from '../../../../src-renderer/components/wizard/wizard-drafts.tsx';
import { SettingsScreen } from '../../../../src-renderer/features/settings/settings-screen.tsx';
import { useDeskEvents } from '../../../../src-renderer/app/use-desk-events.ts';
import { draftKeys } from '../../../../src-shared/ipc/draft-keys.ts';
import { createFakeDesk, type FakeDesk } from '../../fake-desk.ts';
import { anna, appState, deskAccount, fixtureNow, syncState } from '../../fixtures.ts';
import { renderScreen } from '../../render-screen.tsx';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

function Settings() {
  useDeskEvents();
  return <SettingsScreen />;
}
const draw = async (desk?: FakeDesk) => {
  const rendered = await renderScreen(<Settings />, desk === undefined ? {} : { desk });
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  return rendered;
};
const withAuthenticator = () =>
  createFakeDesk({ accounts: [deskAccount({ account: { ...anna, authenticatorSince: fixtureNow.toISOString() } })] });

describe('settings', () => {
  it('keeps the chosen colors', async () => {
    const { person, desk } = await draw();
    await person.click(screen.getByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true));
    expect(desk.world.app.colorScheme).toBe('dark');
  });

  it('tells who is signed in where, and what the desk is', async () => {
    await draw();
    expect(screen.getByText('anna.berg@harborview.example')).toBeTruthy();
    expect(screen.getByText('CCA Provider Portal')).toBeTruthy();
    expect(screen.getByText('Portal Desk 0.1.0')).toBeTruthy();
    expect(screen.getAllByText('Ctrl').length).toBeGreaterThan(0);
  });

  it('E2: tells until when the account has to move to multi-factor authentication', async () => {
    const migrationDueAt = new Date(fixtureNow.getTime() + 24 * 60 * 60_000).toISOString();
    const account = { ...anna, portalId: 'carelon-mbm', migrationDueAt };
    await draw(createFakeDesk({ accounts: [deskAccount({ account, linkedAccounts: [] })] }));
    expect(screen.getByText(/You have 30 days to complete it: 1 day left, until /u)).toBeTruthy();
  });

  it('names the keys of a Mac on a Mac', async () => {
    await draw(createFakeDesk({ app: appState({ platform: 'darwin' }) }));
    expect(screen.getByText('⌘')).toBeTruthy();
  });

  it('removes the account from this computer only after warning of what is lost', async () => {
    const { person, desk, navigation } = await draw(
      createFakeDesk({ sync: syncState({ waiting: 1, needsAttention: 2 }) }),
    );
    await person.click(screen.getByRole('button', { name: 'Remove from this computer' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove account from this computer' });
    expect(dialog.textContent).toContain('1 decision has not been sent yet and will be lost.');
    expect(dialog.textContent).toContain('2 refusals under Waiting & attention will be gone too.');
    expect(desk.inputsOf('accounts.remove')).toEqual([]);
    await person.click(within(dialog).getByRole('button', { name: 'Remove account' }));
    await waitFor(() => expect(navigation.getState().place).toEqual({ screen: 'home' }));
    expect(desk.world.accounts).toEqual([]);
  });

  it('forgets a Link Account wizard that was left in this window', async () => {
    const key = draftKeys.link(anna.id);
    const drafts: string[] = [];
    function Left() {
      const { drafts: known, keep } = useWizardDrafts();
      drafts.splice(0, drafts.length, ...Object.keys(known));
      useEffect(() => {
        keep(key, { answers: { groupName: 'Harborview' }, stepIndex: 0, found: null });
      }, [keep]);
      return <SettingsScreen />;
    }
    const { person } = await renderScreen(<Left />);
    expect(drafts).toEqual([key]);
    await person.click(await screen.findByRole('button', { name: 'Remove from this computer' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove account from this computer' });
    await person.click(within(dialog).getByRole('button', { name: 'Remove account' }));
    await waitFor(() => expect(drafts).toEqual([]));
  });

  it('signs out only after asking, and then offers the way back', async () => {
    const { person, desk } = await draw();
    await person.click(screen.getByRole('button', { name: 'Sign out' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Sign out' }));
    await person.click(dialog.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeTruthy();
    expect(desk.inputsOf('accounts.signOut')).toEqual([{ accountId: anna.id }]);
  });
});

describe('the authenticator app', () => {
  it('is set up by picture or by key, and on once a code from it is right', async () => {
    const { person } = await draw();
    await person.click(screen.getByRole('button', { name: 'Set up authenticator app' }));
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    const picture = await screen.findByRole<HTMLImageElement>('img', { name: /QR code/u });
    expect(picture.src).toMatch(/^data:image\/png;base64,/u);
    await person.type(screen.getByLabelText('Passcode'), '111111');
    await person.click(screen.getByRole('button', { name: 'Turn on' }));
    expect((await screen.findByRole('alert')).textContent).toContain('That passcode is not right');
    await person.clear(screen.getByLabelText('Passcode'));
    await person.type(screen.getByLabelText('Passcode'), '123456{Enter}');
    expect(await screen.findByText('Set up')).toBeTruthy();
    expect(screen.getByText('since Mar 4, 2026')).toBeTruthy();
    expect(screen.queryByText(/JBSW/u)).toBeNull();
  });

  it('is removed with a code from it', async () => {
    const { person, desk } = await draw(withAuthenticator());
    await person.click(screen.getByRole('button', { name: 'Remove authenticator app' }));
    await person.type(await screen.findByLabelText('Passcode'), '12{Enter}');
    expect(await screen.findByText('A passcode has six digits.')).toBeTruthy();
    await person.type(screen.getByLabelText('Passcode'), '3456{Enter}');
    expect(await screen.findByText('Not set up')).toBeTruthy();
    expect(desk.inputsOf('accounts.removeAuthenticator')).toEqual([{ accountId: anna.id, code: '123456' }]);
  });

  it('says why the set-up cannot start, and lets one leave', async () => {
    const desk = createFakeDesk();
    desk.failWith('accounts.startAuthenticator', { code: 'offline' });
    const { person } = await draw(desk);
    await person.click(screen.getByRole('button', { name: 'Set up authenticator app' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You are offline');
    await person.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('button', { name: 'Set up authenticator app' })).toBeTruthy();
  });
});
