import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SyncBadge } from '../../../src-renderer/app/sync-badge.tsx';
import { useDeskEvents } from '../../../src-renderer/app/use-desk-events.ts';
import type { SyncState } from '../../../src-shared/ipc/sync.ts';
import { createFakeDesk } from '../fake-desk.ts';
import { anna, syncState } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

function Badge() {
  useDeskEvents();
  return <SyncBadge accountId={anna.id} />;
}
const draw = async (over: Partial<SyncState>) => {
  const rendered = await renderScreen(<Badge />, { desk: createFakeDesk({ sync: syncState(over) }) });
  return { ...rendered, badge: await screen.findByRole('button') };
};

describe('the sync badge', () => {
  it.each<[Partial<SyncState>, string]>([
    [{}, 'Up to date, as of 2:14 PM'],
    [{ lastSyncedAt: null }, 'Online'],
    [{ phase: 'syncing' }, 'Syncing'],
    [
      { phase: 'loading', progress: { loaded: 31_000, total: 100_000, rowsPerSecond: null } },
      'Loading 31,000 of 100,000',
    ],
    [{ phase: 'loading' }, 'Loading'],
    [{ phase: 'offline' }, 'Offline, as of 2:14 PM'],
    [{ phase: 'signed-out' }, 'Signed out, as of 2:14 PM'],
    [{ waiting: 1200 }, '1,200 waiting'],
    [{ needsAttention: 1 }, '1 needs attention'],
    [{ needsAttention: 2, waiting: 1 }, '2 need attention'],
  ])('%j reads "%s"', async (over, text) => {
    expect((await draw(over)).badge.textContent).toContain(text);
  });

  it('shows how far a first load is', async () => {
    await draw({ phase: 'loading', progress: { loaded: 25, total: 100, rowsPerSecond: null } });
    expect(screen.getByRole('progressbar', { name: 'Loaded so far' }).getAttribute('aria-valuenow')).toBe('25');
  });

  it('tells how fast it goes and how long it still takes, and announces each quarter', async () => {
    const loading = (loaded: number, rowsPerSecond: number | null) =>
      syncState({ phase: 'loading', progress: { loaded, total: 100_000, rowsPerSecond } });
    const { desk, badge } = await draw(loading(250, null));
    expect(badge.textContent).not.toContain('a second');
    expect(screen.getByRole('status').textContent).toBe('Loading 100,000 rows: 0 percent');
    act(() => desk.emit('sync.changed', loading(31_000, 9200)));
    await waitFor(() => expect(badge.textContent).toContain('9,200 rows a second, 8 seconds left'));
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe(
      'Loading 31,000 of 100,000, 9,200 rows a second, 8 seconds left',
    );
    expect(screen.getByRole('status').textContent).toBe('Loading 100,000 rows: 25 percent');
    act(() => desk.emit('sync.changed', loading(49_999, 9000)));
    await waitFor(() => expect(badge.textContent).toContain('49,999'));
    expect(screen.getByRole('status').textContent).toBe('Loading 100,000 rows: 25 percent');
  });

  it('follows the main process and announces only what a person would want to hear', async () => {
    const { desk, badge } = await draw({});
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => desk.emit('sync.changed', syncState({ phase: 'offline' })));
    await waitFor(() => expect(badge.textContent).toContain('Offline'));
    expect(screen.getByRole('status').textContent).toBe('You are offline');
    act(() => desk.emit('sync.changed', syncState({ needsAttention: 2 })));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 of your changes need attention'));
  });

  it('opens what waits', async () => {
    const { person, badge, navigation } = await draw({ waiting: 2 });
    await person.click(badge);
    expect(navigation.getState().place).toEqual({ screen: 'outbox' });
  });
});
