import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OutboxScreen } from '../../../../src-renderer/features/outbox/outbox-screen.tsx';
import { outboxItem, renderPeople, submitted } from '../../components/people/render-people.tsx';
import { createFakeDesk } from '../../fake-desk.ts';
import { fixtureId, fixtureNow } from '../../fixtures.ts';

vi.setConfig({ testTimeout: 30_000 });
afterEach(cleanup);

const revoke = { kind: 'revoke-user', subjectId: fixtureId(1001), payload: { reason: 'Left' } } as const;
const conflict = outboxItem(1, revoke, {
  state: 'refused',
  error: {
    code: 'version_conflict',
    changedBy: 'Priya Raman',
    changedAt: fixtureNow.toISOString(),
    currentStatus: 'active',
  },
});
const section = (name: RegExp) => screen.findByRole('region', { name });

describe('Waiting & attention', () => {
  it('says what was decided, what happened meanwhile, by whom and when', async () => {
    await renderPeople(<OutboxScreen />, { desk: createFakeDesk({ outbox: [conflict] }) });
    const text = (await section(/Needs attention \(1\)/u)).textContent;
    expect(text).toContain('Revoke User: Ben Castillo');
    expect(text).toContain('Reason: Left');
    expect(text).toContain('Priya Raman changed Ben Castillo on Mar 4, 2026, 2:20 PM. The status is now active.');
    expect(screen.queryByRole('region', { name: /^Waiting/u })).toBeNull();
  });

  it('decides again: keeps the new decision before the old one goes', async () => {
    const { desk, person } = await renderPeople(<OutboxScreen />, { desk: createFakeDesk({ outbox: [conflict] }) });
    await person.click(await screen.findByRole('button', { name: 'Decide again: Revoke User: Ben Castillo' }));
    await section(/Waiting \(1\)/u);
    await waitFor(() => expect(screen.queryByRole('region', { name: /Needs attention/u })).toBeNull());
    expect(submitted(desk)).toEqual([revoke]);
    const order = desk.calls
      .map(({ name }) => name)
      .filter((name) => name.startsWith('commands.') && name !== 'commands.list' && name !== 'commands.ofAccount');
    expect(order).toEqual(['commands.submit', 'commands.dismiss']);
  });

  it('keeps the refused decision when the new one cannot be kept', async () => {
    const desk = createFakeDesk({ outbox: [conflict] });
    desk.failWith('commands.submit', { code: 'disk_full' });
    const { person } = await renderPeople(<OutboxScreen />, { desk });
    await person.click(await screen.findByRole('button', { name: /^Decide again/u }));
    expect(await screen.findByText('The disk is full')).toBeTruthy();
    expect(desk.inputsOf('commands.dismiss')).toEqual([]);
  });

  it('does not offer to decide again what is no longer possible', async () => {
    const gone = outboxItem(2, revoke, {
      state: 'refused',
      error: { code: 'version_conflict', currentStatus: 'revoked' },
    });
    const { desk, person } = await renderPeople(<OutboxScreen />, { desk: createFakeDesk({ outbox: [gone] }) });
    const attention = await section(/Needs attention/u);
    expect(attention.textContent).toContain('Your decision no longer applies.');
    expect(within(attention).queryByRole('button', { name: /^Decide again/u })).toBeNull();
    await person.click(within(attention).getByRole('button', { name: /^Dismiss/u }));
    expect(await screen.findByRole('heading', { name: 'Nothing is waiting' })).toBeTruthy();
    expect(desk.inputsOf('commands.dismiss')).toEqual([{ commandId: gone.id }]);
  });

  it('leads to where the person is looked at', async () => {
    const { navigation, person } = await renderPeople(<OutboxScreen />, {
      desk: createFakeDesk({ outbox: [conflict] }),
    });
    await person.click(await screen.findByRole('button', { name: 'Show users' }));
    expect(navigation.getState().place).toEqual({ screen: 'users' });
  });

  it('lists what waits in its order, and takes back what is not being sent', async () => {
    const outbox = [
      outboxItem(1, revoke, { state: 'sending' }),
      outboxItem(2, { kind: 'make-admin', subjectId: fixtureId(1002), payload: {} }, { subjectName: 'Carla Dubois' }),
      outboxItem(
        3,
        { kind: 'deny-access-request', subjectId: fixtureId(3001), payload: { reason: 'Unknown' } },
        { subjectName: 'Hugo Eriksen' },
      ),
    ];
    const { desk, person } = await renderPeople(<OutboxScreen />, { desk: createFakeDesk({ outbox }) });
    const waiting = await section(/Waiting \(3\)/u);
    expect(
      within(waiting)
        .getAllByRole('listitem')
        .map((item) => item.textContent?.split(':')[0]),
    ).toEqual(['Revoke User', 'Make Admin', 'Deny access request']);
    expect(within(waiting).getAllByRole('button')).toHaveLength(2);
    await person.click(within(waiting).getByRole('button', { name: 'Undo: Make Admin: Carla Dubois' }));
    await section(/Waiting \(2\)/u);
    expect(desk.inputsOf('commands.undo')).toEqual([{ commandId: fixtureId(8002) }]);
  });

  it('opens a long list step by step', async () => {
    const outbox = Array.from({ length: 120 }, (_, n) => outboxItem(n, revoke, { subjectName: `Person ${n}` }));
    const { person } = await renderPeople(<OutboxScreen />, { desk: createFakeDesk({ outbox }) });
    const waiting = await section(/Waiting \(120\)/u);
    expect(within(waiting).getAllByRole('listitem')).toHaveLength(100);
    await person.click(within(waiting).getByRole('button', { name: 'Show more (20)' }));
    expect(within(waiting).getAllByRole('listitem')).toHaveLength(120);
  });

  it('says that loading failed', async () => {
    const desk = createFakeDesk();
    desk.failWith('commands.ofAccount', { code: 'cache_unreadable' });
    await renderPeople(<OutboxScreen />, { desk });
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be read');
  });
});
