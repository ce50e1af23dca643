import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportUsersScreen } from '../../../../src-renderer/features/guided-people/import-users-screen.tsx';
import { renderPeople } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { deskAccount } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const csv = ['Email,Name', 'ines@example.com,Inès Moreau', 'broken,X', 'tom@example.com,Tom Adler'].join('\n');
const file = (text: string) => new File([text], 'users.csv', { type: 'text/csv' });

const draw = async () => {
  const desk = createFakeDesk({ accounts: [deskAccount({ mode: 'guided' })] });
  const drawn = await renderPeople(<ImportUsersScreen />, { desk });
  await screen.findByRole('heading', { name: 'Import users' });
  const input = drawn.container.ownerDocument.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('There is nothing to choose a file with');
  return { ...drawn, input };
};

describe('Import users', () => {
  it('shows what a file brings and what is left out, and imports only when told to', async () => {
    const { desk, person, input } = await draw();
    await person.upload(input, file(csv));
    expect(within(await screen.findByRole('table', { name: 'To import' })).getByText('Inès Moreau')).toBeTruthy();
    const left = within(screen.getByRole('table', { name: 'Left out' }));
    expect(left.getByText('3')).toBeTruthy();
    expect(left.getByText('Name: write the first name and the last name.')).toBeTruthy();
    await screen.findByText('2 new, 0 to be brought up to date and 0 unchanged.');
    expect(desk.inputsOf('guided.importUsers').map(({ confirmed }) => confirmed)).toEqual([false]);
    await person.click(screen.getByRole('button', { name: 'Import 2 users' }));
    expect(await screen.findByText('2 added, 0 brought up to date and 0 unchanged.')).toBeTruthy();
    expect(desk.inputsOf('guided.importUsers').at(-1)).toMatchObject({
      confirmed: true,
      users: [{ email: 'ines@example.com' }, { email: 'tom@example.com' }],
    });
  });

  it('imports nothing out of a file that has none', async () => {
    const { desk, person, input } = await draw();
    await person.upload(input, file('Name\nAna Berg'));
    expect(await screen.findByText('There is no column “Email”.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import' }).hasAttribute('disabled')).toBe(true);
    expect(desk.inputsOf('guided.importUsers')).toEqual([]);
  });

  it('tells what went wrong', async () => {
    const { desk, person, input } = await draw();
    desk.failWith('guided.importUsers', { code: 'disk_full' });
    await person.upload(input, file(csv));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
  });

  it('is nothing for an account whose portal has a service', async () => {
    await renderPeople(<ImportUsersScreen />);
    await waitFor(() => expect(screen.getByText('The portal itself tells who its users are.')).toBeTruthy());
  });
});
