import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsersScreen } from '../../../../src-renderer/features/users/users-screen.tsx';
import { dialog, outboxItem, renderPeople, rowOf, submitted } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, user, users } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name: `Select ${name}` });
const selectedCount = () => document.querySelectorAll('tr[aria-selected="true"]').length;
const bulk = async () => within(await screen.findByLabelText('Selected users'));
const staff = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    user(n, {
      role: n === 0 ? 'administrator' : 'user',
      status: 'active',
      firstName: `P${String(n).padStart(3, '0')}`,
      lastName: `L${String(n).padStart(3, '0')}`,
    }),
  );

describe('selecting users', () => {
  it('selects single rows and, with Shift, everything between', async () => {
    const { person } = await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: staff(12) }) });
    await person.click(await box('P001 L001'));
    await person.keyboard('{Shift>}');
    await person.click(await box('P004 L004'));
    await person.keyboard('{/Shift}');
    expect(selectedCount()).toBe(4);
    expect(screen.getByText('4 selected')).toBeTruthy();
    await person.click((await bulk()).getByRole('button', { name: 'Clear selection' }));
    expect(selectedCount()).toBe(0);
    expect(screen.getByText('12 users')).toBeTruthy();
  });

  it('reads rows that are not loaded for a range that reaches beyond', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: staff(300) }) });
    await person.click(await box('P001 L001'));
    const first = await rowOf('P001 L001');
    first.focus();
    await person.keyboard('{End}');
    fireEvent.click(await box('P299 L299'), { shiftKey: true });
    expect(await screen.findByText('299 selected')).toBeTruthy();
    expect(desk.inputsOf('users.page').some(({ limit, skip }) => limit === 200 && skip === 1)).toBe(true);
  });

  it('selects all of up to 500, and says why not for more', async () => {
    const { person, unmount } = await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: staff(500) }) });
    await rowOf('P001 L001');
    await person.click(screen.getByRole('checkbox', { name: 'Select all' }));
    expect(await screen.findByText('500 selected (the most at once)')).toBeTruthy();
    unmount();
    await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: users(501) }) });
    await screen.findByText('501 users');
    const all = screen.getByRole('checkbox', { name: 'Select all' });
    expect(all.getAttribute('aria-disabled')).toBe('true');
    expect(all.getAttribute('aria-description')).toContain('up to 500');
    fireEvent.click(all);
    expect(selectedCount()).toBe(0);
  });

  it('revokes all selected after naming them, and says who is left out and why', async () => {
    const people = staff(8);
    const gone = user(8, { status: 'revoked', firstName: 'P008', lastName: 'L008', role: 'user' });
    const waiting = outboxItem(1, { kind: 'make-admin', subjectId: fixtureId(1003), payload: {} });
    const desk = createFakeDesk({ users: [...people, gone], outbox: [waiting] });
    const { person } = await renderPeople(<UsersScreen />, { desk });
    for (const name of ['P000 L000', 'P001 L001', 'P002 L002', 'P003 L003', 'P008 L008'])
      await person.click(await box(name));
    await person.click((await bulk()).getByRole('button', { name: 'Revoke User' }));
    const asking = await dialog('Revoke User: 2 users');
    expect(asking.textContent).toContain('Each of these 2 users loses access');
    const leftOut = within(asking).getByRole('alert');
    expect(leftOut.textContent).toContain('3 users are left out');
    expect(leftOut.textContent).toContain('P000 L000: This is the last administrator');
    expect(leftOut.textContent).toContain('P003 L003: A decision about this person is on its way');
    expect(leftOut.textContent).toContain('P008 L008: This person is revoked');
    await person.click(within(asking).getByRole('button', { name: 'Revoke User (2)' }));
    await waitFor(() =>
      expect(submitted(desk).map(({ subjectId }) => subjectId)).toEqual([fixtureId(1001), fixtureId(1002)]),
    );
    await waitFor(() => expect(selectedCount()).toBe(0));
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TR'));
  });

  it('gives several users the same permissions', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: staff(6) }) });
    await person.click(await box('P001 L001'));
    await person.click(await box('P002 L002'));
    await person.click((await bulk()).getByRole('button', { name: 'Edit Role and Permissions' }));
    const editing = await dialog('Edit Role and Permissions');
    await person.click(within(editing).getByRole('checkbox', { name: 'Authorizations' }));
    await person.click(within(editing).getByRole('button', { name: 'Save for 2 users' }));
    await waitFor(() => expect(submitted(desk)).toHaveLength(2));
    expect(submitted(desk)[1]).toEqual({
      kind: 'edit-role-and-permissions',
      subjectId: fixtureId(1002),
      payload: { role: 'user', permissions: ['eligibility', 'claims-status', 'authorizations'] },
    });
  });
});
