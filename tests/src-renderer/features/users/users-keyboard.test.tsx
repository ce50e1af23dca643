import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsersScreen } from '../../../../src-renderer/features/users/users-screen.tsx';
import { dialog, inRow, outboxItem, renderPeople, rowOf } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, user } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const staff = Array.from({ length: 60 }, (_, n) =>
  user(n, {
    role: n < 2 ? 'administrator' : 'user',
    status: 'active',
    firstName: 'P',
    lastName: `L${String(n).padStart(3, '0')}`,
  }),
);
const focusedRow = () => Number(document.activeElement?.getAttribute('aria-rowindex')) - 2;

const open = async (over: Parameters<typeof createFakeDesk>[0] = {}) => {
  const screenOfUsers = await renderPeople(<UsersScreen />, { desk: createFakeDesk({ users: staff, ...over }) });
  (await rowOf('P L000')).focus();
  return screenOfUsers;
};

describe('the keys of the user table', () => {
  it('moves by row, by page and to the ends, with one tab stop for all rows', async () => {
    const { person } = await open();
    await person.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(focusedRow()).toBe(1);
    await person.keyboard('{End}');
    expect(focusedRow()).toBe(59);
    await person.keyboard('{ArrowDown}');
    expect(focusedRow()).toBe(59);
    await person.keyboard('{Home}{PageDown}');
    const page = focusedRow();
    expect(page).toBeGreaterThan(3);
    await person.keyboard('{PageUp}');
    expect(focusedRow()).toBe(0);
    expect(document.querySelectorAll('tbody tr[tabindex="0"]')).toHaveLength(1);
    expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
  });

  it('selects with Space, extends with Shift and the arrows, and lets go with Escape', async () => {
    const { person } = await open();
    await person.keyboard(' ');
    expect(screen.getByText('1 selected')).toBeTruthy();
    await person.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(screen.getByText('3 selected')).toBeTruthy();
    await person.keyboard('{Escape}');
    expect(screen.queryByText(/selected/u)).toBeNull();
    await person.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('60 selected')).toBeTruthy();
  });

  it('reaches the controls of a row sideways and comes back', async () => {
    const { person } = await open();
    await person.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('Edit Role and Permissions');
    await person.keyboard('{Escape}');
    expect(focusedRow()).toBe(2);
  });

  it('opens the actions with Enter, starts on the first, and comes back with Escape', async () => {
    const { person } = await open();
    await person.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    const menu = await screen.findByRole('menu');
    const names = within(menu)
      .getAllByRole('menuitem')
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['Edit Role and Permissions', 'Make Admin', 'Revoke User']);
    expect(document.activeElement?.textContent).toBe('Edit Role and Permissions');
    await person.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Make Admin');
    await person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(focusedRow()).toBe(2);
    await person.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
    expect(await dialog('Revoke User: P L002')).toBeTruthy();
    await person.keyboard('{Escape}');
    await waitFor(() => expect(focusedRow()).toBe(2));
  });

  it('explains what is not possible where it cannot be pressed', async () => {
    const { person } = await open();
    await person.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    const button = document.activeElement;
    expect(button?.textContent).toBe('Make Admin');
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    expect(button?.getAttribute('aria-description')).toBe('This person is an administrator already.');
    expect((await screen.findByRole('tooltip')).textContent).toBe('This person is an administrator already.');
    await person.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells a refusal at full length on focus of its note', async () => {
    const refused = outboxItem(
      1,
      { kind: 'revoke-user', subjectId: fixtureId(1000), payload: { reason: null } },
      { state: 'refused', error: { code: 'last_administrator' } },
    );
    const { person } = await open({ outbox: [refused] });
    const dismiss = await inRow('P L000', 'Dismiss');
    for (let pressed = 0; pressed < 6 && document.activeElement !== dismiss; pressed += 1) {
      await person.keyboard('{ArrowRight}');
    }
    expect(document.activeElement).toBe(dismiss);
    const told = (await screen.findByRole('tooltip')).textContent;
    expect(told).toMatch(/^Revoke\. Somebody has to stay administrator\. \S/u);
    expect(dismiss.getAttribute('aria-description')).toBe(told);
    await person.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('offers Undo and Dismiss of decisions in the menu', async () => {
    const refused = outboxItem(
      1,
      { kind: 'revoke-user', subjectId: fixtureId(1000), payload: { reason: null } },
      { state: 'refused', error: { code: 'last_administrator' } },
    );
    const { desk, person } = await open({ outbox: [refused] });
    expect((await rowOf('P L000')).textContent).toContain('Refused: Somebody has to stay administrator');
    await person.keyboard('{Enter}');
    await screen.findByRole('menu');
    await person.keyboard('{End}{Enter}');
    await waitFor(() => expect(desk.inputsOf('commands.dismiss')).toEqual([{ commandId: refused.id }]));
    await waitFor(async () => expect((await rowOf('P L000')).textContent).not.toContain('Refused'));
  });
});
