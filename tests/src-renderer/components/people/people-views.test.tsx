import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { freshView } from '../../../../src-renderer/components/people/people-view.ts';
import {
  createPeopleViews,
  PeopleViewsProvider,
  usePeopleView,
} from '../../../../src-renderer/components/people/people-views.tsx';
import { harborview, riverside } from '../../fixtures.ts';

afterEach(cleanup);

describe('what a screen keeps', () => {
  const store = createPeopleViews();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PeopleViewsProvider store={store}>{children}</PeopleViewsProvider>
  );

  it('belongs to one organization and one screen', () => {
    const { result } = renderHook(() => usePeopleView(harborview.id, 'users'), { wrapper });
    act(() => result.current[1]({ search: 'berg', roles: ['administrator'] }));
    expect(result.current[0]).toEqual({ ...freshView.users, search: 'berg', roles: ['administrator'] });
    act(() => result.current[1]({ search: '' }));
    expect(result.current[0].roles).toEqual(['administrator']);
    const other = renderHook(() => usePeopleView(riverside.id, 'users'), { wrapper });
    expect(other.result.current[0]).toBe(freshView.users);
    const invitations = renderHook(() => usePeopleView(harborview.id, 'invitations'), { wrapper });
    expect(invitations.result.current[0]).toBe(freshView.invitations);
  });

  it('needs a provider, as nothing is shared between windows', () => {
    expect(() => renderHook(() => usePeopleView(harborview.id, 'users'))).toThrow('PeopleViewsProvider is missing');
  });

  it('is there again after the screen was away', () => {
    const { result } = renderHook(() => usePeopleView(harborview.id, 'users'), { wrapper });
    expect(result.current[0].roles).toEqual(['administrator']);
  });
});
