import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InvitationsScreen } from '../../../../src-renderer/features/invitations/invitations-screen.tsx';
import {
  accountWith,
  dialog,
  inRow,
  outboxItem,
  renderPeople,
  rowOf,
  submitted,
} from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, invitation } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const nameOf = (n: number) => `${invitation(n).firstName} ${invitation(n).lastName}`;

describe('Invitations', () => {
  it('shows how far each is: until when, or why it failed', async () => {
    await renderPeople(<InvitationsScreen />);
    expect((await rowOf(nameOf(1))).textContent).toContain('Sentexpires in 6 days');
    expect((await rowOf(nameOf(2))).textContent).toContain(
      'FailedThe mailbox does not accept it. Check the address. (550 5.1.1 No such mailbox)',
    );
    expect((await rowOf(nameOf(9))).textContent).toContain('Expired');
    const headers = within(await screen.findByRole('grid', { name: 'Invitations' })).getAllByRole('columnheader');
    expect(headers.map(({ textContent }) => textContent)).toEqual(['Email', 'Name', 'Role', 'Status', 'Actions']);
  });

  it('resends, and takes that back', async () => {
    const { desk, person } = await renderPeople(<InvitationsScreen />);
    await person.click(await inRow(nameOf(2), 'Resend'));
    expect((await screen.findByText('Resend — waiting to be sent')).closest('tr')).toBe(await rowOf(nameOf(2)));
    expect(submitted(desk)).toEqual([{ kind: 'resend-invitation', subjectId: fixtureId(2002), payload: {} }]);
    await person.click(await inRow(nameOf(2), 'Undo'));
    expect(await inRow(nameOf(2), 'Resend')).toBeTruthy();
    expect(desk.world.outbox).toEqual([]);
  });

  it('cancels after asking', async () => {
    const { desk, person } = await renderPeople(<InvitationsScreen />);
    await person.click(await inRow(nameOf(1), 'Cancel'));
    const asking = await dialog(`Cancel the invitation of ${nameOf(1)}?`);
    expect(asking.textContent).toContain('stops working');
    expect(submitted(desk)).toEqual([]);
    expect(within(asking).getByRole('button', { name: 'Keep it' })).toBe(document.activeElement);
    await person.click(within(asking).getByRole('button', { name: 'Cancel invitation' }));
    await waitFor(() =>
      expect(submitted(desk)).toEqual([{ kind: 'cancel-invitation', subjectId: fixtureId(2001), payload: {} }]),
    );
  });

  it('explains what is over', async () => {
    await renderPeople(<InvitationsScreen />);
    const accepted = await inRow(nameOf(3), 'Resend');
    expect(accepted.getAttribute('aria-disabled')).toBe('true');
    expect(accepted.getAttribute('aria-description')).toBe('This invitation was accepted.');
    expect((await inRow(nameOf(4), 'Cancel')).getAttribute('aria-description')).toContain('was cancelled');
    expect((await inRow(nameOf(9), 'Resend')).getAttribute('aria-disabled')).toBeNull();
  });

  it('is read-only for who may not invite, and protects an administrator’s invitation', async () => {
    const { unmount } = await renderPeople(<InvitationsScreen />, {
      desk: createFakeDesk({ accounts: [accountWith(['eligibility'])] }),
    });
    expect((await inRow(nameOf(1), 'Resend')).getAttribute('aria-description')).toContain('“Manage users”');
    unmount();
    await renderPeople(<InvitationsScreen />, {
      desk: createFakeDesk({
        accounts: [accountWith(['manage-users'])],
        invitations: [invitation(1, { role: 'administrator' }), invitation(5)],
      }),
    });
    expect((await inRow(nameOf(1), 'Cancel')).getAttribute('aria-description')).toContain('Only an administrator');
    expect((await inRow(nameOf(5), 'Cancel')).getAttribute('aria-disabled')).toBeNull();
  });

  it('shows those that have not left this computer first', async () => {
    const intent = {
      kind: 'invite-user',
      subjectId: fixtureId(2900),
      payload: {
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Moss',
        role: 'user',
        permissions: ['eligibility'],
      },
    } as const;
    const waiting = outboxItem(1, { ...intent, payload: { ...intent.payload, permissions: ['eligibility'] } });
    await renderPeople(<InvitationsScreen />, { desk: createFakeDesk({ outbox: [waiting] }) });
    const row = await rowOf('Ada Moss');
    expect(row.getAttribute('aria-rowindex')).toBe('2');
    expect(row.textContent).toContain('Not sent yet');
    expect(row.textContent).toContain('Invitation — waiting to be sent');
  });

  it('searches and filters by status', async () => {
    const { desk, person } = await renderPeople(<InvitationsScreen />);
    await rowOf(nameOf(1));
    await person.click(screen.getByRole('button', { name: 'Failed' }));
    await waitFor(() => expect(desk.inputsOf('invitations.page').at(-1)?.statuses).toEqual(['failed']));
    await person.type(screen.getByRole('searchbox', { name: 'Search invitations' }), 'newcomer2');
    await waitFor(() => expect(desk.inputsOf('invitations.page').at(-1)?.search).toBe('newcomer2'));
  });

  it('says that nobody was invited yet', async () => {
    await renderPeople(<InvitationsScreen />, { desk: createFakeDesk({ invitations: [] }) });
    expect(await screen.findByRole('heading', { name: 'No invitations yet' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Invite New User' })).toHaveLength(2);
  });
});
