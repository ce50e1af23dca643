import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { rowsPerPage, type RowsView } from '../../../../src-renderer/components/people/page-of-rows.ts';
import { usePagedRows } from '../../../../src-renderer/components/people/use-paged-rows.ts';
import { createFakeDesk } from '../../fake-desk.ts';
import { harborview, users } from '../../fixtures.ts';

afterEach(cleanup);

const view = (over: Partial<RowsView<'users.page'>> = {}): RowsView<'users.page'> => ({
  organizationId: harborview.id,
  search: '',
  roles: [],
  statuses: [],
  sort: { column: 'email', direction: 'ascending' },
  ...over,
});

async function open(count: number) {
  const desk = createFakeDesk({ users: users(count) });
  Object.defineProperty(window, 'desk', { value: desk.bridge, configurable: true, writable: true });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook((asked: RowsView<'users.page'>) => usePagedRows('users.page', asked), {
    wrapper,
    initialProps: view(),
  });
  await waitFor(() => expect(hook.result.current.status).toBe('ready'));
  const heldRows = () =>
    client
      .getQueryCache()
      .findAll({ queryKey: ['users.page'] })
      .reduce((sum, { queryKey }) => sum + (client.getQueryData<{ rows: unknown[] }>(queryKey)?.rows.length ?? 0), 0);
  return { desk, client, heldRows, ...hook };
}

describe('rows by pages', () => {
  it('go on after the page before, and skip from the nearest that is held on a jump', async () => {
    const { desk, result } = await open(5000);
    act(() => result.current.show(40, 60));
    await waitFor(() => expect(result.current.rowAt(60)).toBeDefined());
    act(() => result.current.show(4000, 4010));
    await waitFor(() => expect(result.current.rowAt(4000)).toBeDefined());
    expect(desk.inputsOf('users.page').map(({ after, skip }) => [after, skip])).toEqual([
      [null, 0],
      ['50', 0],
      ['100', 3900],
    ]);
  });

  it('are let go far from what is shown: a long scroll holds no table', async () => {
    const { heldRows, result } = await open(5000);
    for (let first = 0; first < 4000; first += 150) {
      act(() => result.current.show(first, first + 20));
      await waitFor(() => expect(result.current.rowAt(first)).toBeDefined());
    }
    expect(heldRows()).toBeLessThanOrEqual(rowsPerPage * 10);
  });

  it('are counted from the beginning after a change, as held pages may have moved', async () => {
    const { client, desk, result } = await open(500);
    act(() => result.current.show(100, 120));
    await waitFor(() => expect(result.current.rowAt(100)).toBeDefined());
    const before = desk.inputsOf('users.page').length;
    desk.world.users = desk.world.users.slice(1);
    await act(async () => client.invalidateQueries({ queryKey: ['users.page'] }));
    await waitFor(() => expect(result.current.total).toBe(499));
    const again = desk.inputsOf('users.page').slice(before);
    expect(again.map(({ after, skip }) => Number(after ?? 0) + skip).toSorted((a, b) => a - b)).toEqual([0, 100]);
    expect(result.current.rowAt(100)?.id).toBe(
      desk.world.users.toSorted((a, b) => a.email.localeCompare(b.email) || a.id.localeCompare(b.id))[100]?.id,
    );
  });

  it('stay while another search loads, then start at its beginning', async () => {
    const { desk, result, rerender } = await open(500);
    act(() => result.current.show(100, 120));
    await waitFor(() => expect(result.current.rowAt(100)).toBeDefined());
    const release = desk.hold('users.page');
    const key = result.current.viewKey;
    rerender(view({ search: 'castillo' }));
    expect(result.current.outdated).toBe(true);
    expect(result.current.viewKey).toBe(key);
    expect(result.current.rowAt(100)).toBeDefined();
    release();
    await waitFor(() => expect(result.current.outdated).toBe(false));
    expect(result.current.viewKey).not.toBe(key);
    expect(result.current.rowAt(0)?.lastName).toBe('Castillo');
    expect(result.current.total).toBeLessThan(500);
  });

  it('can be read as a range without being shown', async () => {
    const { desk, result } = await open(700);
    const rows = await result.current.readRange(10, 450);
    expect(rows).toHaveLength(450);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(450);
    expect(
      desk
        .inputsOf('users.page')
        .slice(1)
        .map(({ limit }) => limit),
    ).toEqual([200, 200, 50]);
    expect(await result.current.readRange(690, 100)).toHaveLength(10);
  });

  it('tell a failure and work again after a retry', async () => {
    const { desk, result, rerender } = await open(100);
    desk.failWith('users.page', { code: 'cache_unreadable' });
    rerender(view({ search: 'x' }));
    await waitFor(() => expect(result.current.status).toBe('failed'));
    desk.failWith('users.page', null);
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.status).toBe('ready'));
  });
});
