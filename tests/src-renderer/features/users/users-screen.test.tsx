import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPeopleViews } from '../../../../src-renderer/components/people/people-views.tsx';
import { UsersScreen } from '../../../../src-renderer/features/users/users-screen.tsx';
import { dialog, inRow, renderPeople, rowOf, submitted } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, users } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const grid = () => screen.findByRole('grid', { name: 'Users' });
const rowsDrawn = () => document.querySelectorAll('tbody tr').length;

describe('Manage Users', () => {
  it('has the columns of the portal, letter for letter (C13)', async () => {
    await renderPeople(<UsersScreen />);
    const headers = within(await grid()).getAllByRole('columnheader');
    expect(headers.map(({ textContent }) => textContent).filter((text) => text !== '')).toEqual([
      'Email',
      'Name',
      'Role',
      'Permissions',
      'Status',
      'Actions',
    ]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Manage Users');
  });

  it('draws only the rows on screen of 100,000 and tells the whole number', async () => {
    await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: users(100_000) }) });
    expect(await screen.findByText('100,000 users')).toBeTruthy();
    expect((await grid()).getAttribute('aria-rowcount')).toBe('100001');
    await rowOf('Anna Berg');
    expect(rowsDrawn()).toBeLessThanOrEqual(6 + 2 * 6 + 1);
  });

  it('asks for pages of 50 and, far down, for the page there', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: users(5000) }) });
    (await rowOf('Anna Berg')).focus();
    await person.keyboard('{End}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('5001'));
    const asked = desk.inputsOf('users.page');
    expect(asked.every(({ limit }) => limit === 50)).toBe(true);
    await waitFor(() => {
      const { after, skip } = desk.inputsOf('users.page').at(-1) ?? { after: null, skip: 0 };
      expect(Number(after ?? 0) + skip).toBe(4950);
    });
    expect(rowsDrawn()).toBeLessThanOrEqual(6 + 2 * 6 + 1);
  });

  it('searches while typing and keeps the rows before until the answer is there', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />);
    await rowOf('Anna Berg');
    const release = desk.hold('users.page');
    await person.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search users' }));
    await person.keyboard('castillo');
    await waitFor(() => expect(desk.inputsOf('users.page').at(-1)?.search).toBe('castillo'));
    expect(await rowOf('Anna Berg')).toBeTruthy();
    expect((await grid()).getAttribute('aria-busy')).toBe('true');
    release();
    await waitFor(() => expect(screen.queryByTitle('Anna Berg')).toBeNull());
    expect(await rowOf('Ben Castillo')).toBeTruthy();
  });

  it('filters by role and status, sorts by the headers, and keeps all of it over other screens', async () => {
    const views = createPeopleViews();
    const { desk, person, unmount } = await renderPeople(<UsersScreen />, { views });
    await rowOf('Anna Berg');
    await person.click(screen.getByRole('button', { name: 'User', pressed: false }));
    await person.click(screen.getByRole('button', { name: 'Active', pressed: false }));
    await person.click(screen.getByRole('button', { name: 'Email' }));
    await person.click(await screen.findByRole('button', { name: 'Email' }));
    const expected = { roles: ['user'], statuses: ['active'], sort: { column: 'email', direction: 'descending' } };
    await waitFor(() => expect(desk.inputsOf('users.page').at(-1)).toMatchObject(expected));
    const header = await screen.findByRole('columnheader', { name: 'Email' });
    expect(header.getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('none');
    unmount();
    const again = await renderPeople(<UsersScreen />, { views });
    await waitFor(() => expect(again.desk.inputsOf('users.page').at(-1)).toMatchObject(expected));
    expect(screen.getByRole('button', { name: 'Active' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('offers to clear the filters where nothing matches', async () => {
    const { person } = await renderPeople(<UsersScreen />);
    await person.type(await screen.findByRole('searchbox'), 'nobody at all');
    expect(await screen.findByRole('heading', { name: 'No users match' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await rowOf('Anna Berg')).toBeTruthy();
  });

  it('says that there are no users yet, and that loading failed with a way to try again', async () => {
    const desk = createFakeDesk({ users: [] });
    const { unmount } = await renderPeople(<UsersScreen />, { desk });
    expect(await screen.findByRole('heading', { name: 'No users yet' })).toBeTruthy();
    unmount();
    const broken = createFakeDesk();
    broken.failWith('users.page', { code: 'cache_unreadable' });
    const { person } = await renderPeople(<UsersScreen />, { desk: broken });
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be read');
    broken.failWith('users.page', null);
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rowOf('Anna Berg')).toBeTruthy();
  });

  it('revokes with a reason after saying what happens, and takes it back while it waits', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />);
    await person.click(await inRow('Ben Castillo', 'Revoke User'));
    const asking = await dialog(/Revoke User: Ben Castillo/u);
    expect(asking.textContent).toContain('open sessions end at once');
    await person.type(within(asking).getByLabelText(/Reason/u), 'Left the practice');
    await person.click(within(asking).getByRole('button', { name: 'Revoke User' }));
    expect(await screen.findByText('Revoke — waiting to be sent')).toBeTruthy();
    expect(submitted(desk)).toEqual([
      { kind: 'revoke-user', subjectId: fixtureId(1001), payload: { reason: 'Left the practice' } },
    ]);
    await person.click(await inRow('Ben Castillo', 'Undo'));
    expect(await inRow('Ben Castillo', 'Revoke User')).toBeTruthy();
    expect(desk.world.outbox).toEqual([]);
  });

  it('offers Restore in the notice when the revocation was sent already', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />);
    await person.click(await inRow('Ben Castillo', 'Revoke User'));
    await person.click(within(await dialog()).getByRole('button', { name: 'Revoke User' }));
    const notice = await screen.findByText('Revoke User: Ben Castillo. Waiting to be sent.');
    desk.world.outbox = desk.world.outbox.map((item) => ({ ...item, state: 'sending' }));
    const alert = notice.closest<HTMLElement>('[role="alert"]');
    if (alert === null) throw new Error('The notice is not announced');
    await person.click(within(alert).getByRole('button', { name: 'Undo' }));
    await screen.findByText('This was sent to the portal already.');
    await person.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(() =>
      expect(submitted(desk).at(-1)).toEqual({ kind: 'restore-user', subjectId: fixtureId(1001), payload: {} }),
    );
  });

  it('edits role and permissions', async () => {
    const { desk, person } = await renderPeople(<UsersScreen />);
    await person.click(await inRow('Ben Castillo', 'Edit Role and Permissions'));
    const editing = await dialog('Edit Role and Permissions');
    expect(within(editing).getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
    await person.click(within(editing).getByRole('checkbox', { name: 'Remittances' }));
    await person.click(within(editing).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('New role and permissions — waiting to be sent')).toBeTruthy();
    expect(submitted(desk)).toEqual([
      {
        kind: 'edit-role-and-permissions',
        subjectId: fixtureId(1001),
        payload: { role: 'user', permissions: ['eligibility', 'claims-status', 'remittances'] },
      },
    ]);
  });

  it('tells why a decision was not kept', async () => {
    const desk = createFakeDesk();
    desk.failWith('commands.submit', { code: 'disk_full' });
    const { person } = await renderPeople(<UsersScreen />, { desk });
    await person.click(await inRow('Ben Castillo', 'Make Admin'));
    await person.click(within(await dialog()).getByRole('button', { name: 'Make Admin' }));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
    expect(screen.queryByText(/waiting to be sent/u)).toBeNull();
  });

  it('keeps what was typed where the decision could not be kept, to be tried again', async () => {
    const desk = createFakeDesk();
    desk.failWith('commands.submit', { code: 'storage_failed' });
    const { person } = await renderPeople(<UsersScreen />, { desk });
    await person.click(await inRow('Ben Castillo', 'Revoke User'));
    const asking = await dialog();
    await person.type(within(asking).getByRole('textbox', { name: /Reason/u }), 'Left in May');
    await person.click(within(asking).getByRole('button', { name: 'Revoke User' }));
    expect(await screen.findByText('The disk of this computer does not work as it should')).toBeTruthy();
    expect(within(asking).getByRole<HTMLTextAreaElement>('textbox', { name: /Reason/u }).value).toBe('Left in May');
    desk.failWith('commands.submit', null);
    await person.click(within(asking).getByRole('button', { name: 'Revoke User' }));
    await waitFor(() => expect(desk.world.outbox).toHaveLength(1));
    expect(submitted(desk).at(-1)).toMatchObject({ payload: { reason: 'Left in May' } });
  });
});
