import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { freshView, type PeopleView } from './people-view.ts';

interface PeopleViews {
  /** By organization id. */
  readonly views: Readonly<Record<string, PeopleView>>;
  change<Part extends keyof PeopleView>(organizationId: string, part: Part, change: Partial<PeopleView[Part]>): void;
}

export const createPeopleViews = (): StoreApi<PeopleViews> =>
  createStore<PeopleViews>((set) => ({
    views: {},
    change: (organizationId, part, change) =>
      set(({ views }) => {
        const view = views[organizationId] ?? freshView;
        return { views: { ...views, [organizationId]: { ...view, [part]: { ...view[part], ...change } } } };
      }),
  }));

const PeopleViewsContext = createContext<StoreApi<PeopleViews> | null>(null);

/** Gives a window, or a test, views of its own. */
export const PeopleViewsProvider = ({ store, children }: { store: StoreApi<PeopleViews>; children: ReactNode }) => (
  <PeopleViewsContext value={store}>{children}</PeopleViewsContext>
);

/** One part of an organization's view, and how to change it. */
export function usePeopleView<Part extends keyof PeopleView>(
  organizationId: string,
  part: Part,
): readonly [PeopleView[Part], (change: Partial<PeopleView[Part]>) => void] {
  const store = useContext(PeopleViewsContext);
  if (store === null) throw new Error('PeopleViewsProvider is missing');
  const view = useStore(store, ({ views }) => (views[organizationId] ?? freshView)[part]);
  return [view, (change) => store.getState().change(organizationId, part, change)];
}
