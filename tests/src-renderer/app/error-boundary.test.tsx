import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../src-renderer/app/error-boundary.tsx';
import { renderScreen } from '../render-screen.tsx';

beforeEach(() => {
  // React reports what a boundary has caught; here it is expected
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

it('turns a bug into words without its details, tells it once, and opens the screen again', async () => {
  const bug = new Error('cannot read patient 4711');
  let broken = true;
  const told = vi.fn<(error: unknown) => void>();
  const Fragile = () => {
    if (broken) throw bug;
    return <p>All is well</p>;
  };
  const { person } = await renderScreen(
    <ErrorBoundary onBug={told}>
      <Fragile />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Something went wrong here');
  expect(document.body.textContent).not.toContain('4711');
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls[0]?.[0]).toBe(bug);
  broken = false;
  await person.click(screen.getByRole('button', { name: 'Open again' }));
  expect(screen.getByText('All is well')).toBeTruthy();
});
