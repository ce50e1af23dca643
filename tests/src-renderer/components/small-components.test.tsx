import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AsOf } from '../../../src-renderer/components/as-of.tsx';
import { EmptyState } from '../../../src-renderer/components/empty-state.tsx';
import { ErrorNotice } from '../../../src-renderer/components/error-notice.tsx';
import { HelpCircle } from '../../../src-renderer/components/help-circle.tsx';
import { LoadingRows } from '../../../src-renderer/components/loading-rows.tsx';
import { PageHeader } from '../../../src-renderer/components/page-header.tsx';
import { StatusBadge } from '../../../src-renderer/components/status-badge.tsx';
import { DeskFailure } from '../../../src-renderer/lib/desk-client.ts';
import { fixtureNow } from '../fixtures.ts';
import { renderScreen } from '../render-screen.tsx';

afterEach(cleanup);

describe('the error notice', () => {
  it('is announced, and offers another try where that can help', async () => {
    const retry = vi.fn<() => void>();
    const { person } = await renderScreen(<ErrorNotice error={new DeskFailure({ code: 'offline' })} onRetry={retry} />);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('You are offline');
    await person.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('offers none where it cannot', async () => {
    await renderScreen(<ErrorNotice error={new DeskFailure({ code: 'not_permitted' })} onRetry={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows nothing of a bug but that there is one', async () => {
    await renderScreen(<ErrorNotice error={new Error('secret detail')} />);
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong');
    expect(document.body.textContent).not.toContain('secret detail');
  });
});

describe('the page header', () => {
  it('names the window and leaves the focus alone on the first screen', async () => {
    await renderScreen(<PageHeader title="Users" description="Everybody" />);
    expect(document.title).toBe('Users - Portal Desk');
    expect(document.activeElement).toBe(document.body);
  });

  it('takes the focus after a move', async () => {
    const { navigation } = await renderScreen(<PageHeader title="Users" />);
    act(() => navigation.getState().go({ screen: 'users' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Users' }));
  });
});

it('"As of" tells the time of the last answer, or that there was none', async () => {
  const sixAgo = new Date(fixtureNow.getTime() - 6 * 60_000).toISOString();
  const { rerender } = await renderScreen(<AsOf at={sixAgo} />);
  expect(screen.getByText('As of 2:14 PM').title).toBe('Mar 4, 2026, 2:14 PM');
  rerender(<span />);
  cleanup();
  await renderScreen(<AsOf at={null} />);
  expect(screen.getByText('Not loaded yet')).toBeTruthy();
});

it('help opens and closes by keyboard', async () => {
  const { person } = await renderScreen(<HelpCircle about="ZIP code">Usually the remittance address.</HelpCircle>);
  await person.tab();
  const circle = screen.getByRole('button', { name: 'Help: ZIP code' });
  expect(document.activeElement).toBe(circle);
  await person.keyboard('{Enter}');
  expect(await screen.findByText('Usually the remittance address.')).toBeTruthy();
  expect(circle.getAttribute('aria-expanded')).toBe('true');
  await person.keyboard('{Escape}');
  expect(circle.getAttribute('aria-expanded')).toBe('false');
});

it('empty, loading and status say their words', async () => {
  await renderScreen(
    <>
      <EmptyState icon={<i />} title="No invitations" actions={<button type="button">Invite</button>}>
        Invite somebody.
      </EmptyState>
      <LoadingRows label="Loading users" rows={3} />
      <StatusBadge tone="good">Active</StatusBadge>
    </>,
  );
  expect(screen.getByRole('heading', { level: 2, name: 'No invitations' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Loading users');
  expect(screen.getByText('Active')).toBeTruthy();
});
