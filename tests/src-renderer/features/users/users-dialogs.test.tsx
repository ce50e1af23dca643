import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsersScreen } from '../../../../src-renderer/features/users/users-screen.tsx';
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
import { fixtureId, user } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const anna = user(0, { status: 'active' });
const ben = user(1, { role: 'user', status: 'active' });
const carla = user(2, { role: 'administrator', status: 'active' });
const gone = user(3, { role: 'user', status: 'revoked' });
const open = (over: Parameters<typeof createFakeDesk>[0]) =>
  renderPeople(<UsersScreen />, { desk: createFakeDesk(over) });

describe('deciding about users (C12)', () => {
  it('warns before somebody takes away their own access', async () => {
    const { person } = await open({ users: [anna, carla] });
    await person.click(await inRow('Anna Berg', 'Revoke User'));
    expect((await dialog()).textContent).toContain('You are revoking your own access');
    await person.keyboard('{Escape}');
    await person.click(await inRow('Carla Dubois', 'Revoke User'));
    expect((await dialog('Revoke User: Carla Dubois')).textContent).not.toContain('your own access');
  });

  it('explains the last administrator’s seat', async () => {
    const { person } = await open({ users: [anna, ben] });
    const revoke = await inRow('Anna Berg', 'Revoke User');
    expect(revoke.getAttribute('aria-description')).toContain('last administrator');
    await person.click(revoke);
    expect(screen.queryByRole('dialog')).toBeNull();
    await person.click(await inRow('Anna Berg', 'Edit Role and Permissions'));
    const editing = await dialog('Edit Role and Permissions');
    expect(within(editing).getByRole<HTMLInputElement>('radio', { name: 'User' }).disabled).toBe(true);
    expect(editing.textContent).toContain('This is the last administrator.');
  });

  it('says what Make Admin means, and does nothing without a yes', async () => {
    const { desk, person } = await open({ users: [anna, ben] });
    await person.click(await inRow('Ben Castillo', 'Make Admin'));
    const asking = await dialog('Make Admin: Ben Castillo');
    expect(asking.textContent).toContain('gets every permission');
    expect(within(asking).queryByRole('textbox')).toBeNull();
    await person.click(within(asking).getByRole('button', { name: 'Cancel' }));
    expect(submitted(desk)).toEqual([]);
  });

  it('restores who was revoked', async () => {
    const { desk, person } = await open({ users: [anna, gone] });
    await person.click(await inRow('Dev Eriksen', 'Restore'));
    await person.click(within(await dialog('Restore: Dev Eriksen')).getByRole('button', { name: 'Restore' }));
    await screen.findByText('Restore — waiting to be sent');
    expect(submitted(desk)).toEqual([{ kind: 'restore-user', subjectId: fixtureId(1003), payload: {} }]);
  });

  it('shows a decision that is being sent, without a way to take it back', async () => {
    const outbox = [outboxItem(1, { kind: 'make-admin', subjectId: ben.id, payload: {} }, { state: 'sending' })];
    await open({ users: [anna, ben], outbox });
    const row = await rowOf('Ben Castillo');
    expect(row.textContent).toContain('Make Admin — sending');
    expect(within(row).queryByRole('button', { name: 'Undo' })).toBeNull();
    expect((await inRow('Ben Castillo', 'Edit Role and Permissions')).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows a refusal with its reason until it is dismissed', async () => {
    const outbox = [
      outboxItem(
        1,
        { kind: 'make-admin', subjectId: ben.id, payload: {} },
        { state: 'refused', error: { code: 'not_permitted' } },
      ),
    ];
    const { desk, person } = await open({ users: [anna, ben], outbox });
    expect((await rowOf('Ben Castillo')).textContent).toContain('Refused: You are not allowed to do this');
    await person.click(await inRow('Ben Castillo', 'Dismiss'));
    expect(await inRow('Ben Castillo', 'Make Admin')).toBeTruthy();
    expect(desk.world.outbox).toEqual([]);
  });

  it('leaves managers who are no administrators the day-to-day', async () => {
    await open({ users: [anna, ben], accounts: [accountWith(['manage-users'])] });
    expect((await inRow('Ben Castillo', 'Revoke User')).getAttribute('aria-disabled')).toBeNull();
    expect((await inRow('Ben Castillo', 'Make Admin')).getAttribute('aria-description')).toContain(
      'Only an administrator',
    );
    expect((await inRow('Anna Berg', 'Revoke User')).getAttribute('aria-description')).toContain(
      'Only an administrator',
    );
  });

  it('takes all actions from who may only look', async () => {
    await open({ users: [anna, ben], accounts: [accountWith(['eligibility'])] });
    for (const action of ['Make Admin', 'Revoke User', 'Edit Role and Permissions']) {
      expect((await inRow('Ben Castillo', action)).getAttribute('aria-disabled')).toBe('true');
    }
    expect((await screen.findByRole('button', { name: 'Invite New User' })).getAttribute('aria-disabled')).toBe('true');
  });
});
