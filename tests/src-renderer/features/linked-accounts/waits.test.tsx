import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccessRequestsScreen } from '../../../../src-renderer/features/access-requests/access-requests-screen.tsx';
import { UsersScreen } from '../../../../src-renderer/features/users/users-screen.tsx';
import type { RunningWait } from '../../../../src-shared/domain/organization.ts';
import { renderPeople } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { deskAccount, fixtureNow, linkedAccounts } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const inMinutes = (minutes: number) => new Date(fixtureNow.getTime() + minutes * 60_000).toISOString();
const waits: RunningWait[] = [{ id: 'approvals', label: 'Approving new users', until: inMinutes(12) }];

const deskWith = (running: RunningWait[]) =>
  createFakeDesk({
    accounts: [deskAccount({ linkedAccounts: linkedAccounts.map((linked) => ({ ...linked, waits: running })) })],
  });

describe('before the gate opens (D2)', () => {
  it('Approve is disabled with the reason, also by its key; Deny is not', async () => {
    const { person, desk } = await renderPeople(<AccessRequestsScreen />, { desk: deskWith(waits) });
    const approve = await screen.findByRole('button', { name: /^Approve$/u });
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(approve.getAttribute('aria-description')).toContain('Waiting until 2:32 PM: Approving new users');
    await person.click(approve);
    await person.keyboard('a');
    expect(desk.inputsOf('commands.submit')).toEqual([]);
    expect(screen.getByRole('button', { name: /^Deny/u }).getAttribute('aria-disabled')).toBeNull();
  });

  it('the user table says it, and nobody can be invited yet', async () => {
    await renderPeople(<UsersScreen />, { desk: deskWith(waits) });
    expect(await screen.findByText('Waiting until 2:32 PM: Approving new users (12 min left)')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Invite New User' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('once it is open, nothing of it is left', async () => {
    const over = waits.map((wait) => ({ ...wait, until: inMinutes(0) }));
    const { person, desk } = await renderPeople(<AccessRequestsScreen />, { desk: deskWith(over) });
    await person.click(await screen.findByRole('button', { name: /^Approve$/u }));
    await waitFor(() => expect(desk.inputsOf('commands.submit')).toHaveLength(1));
  });
});
