import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProcedureInput } from '../../../src-shared/ipc/contract.ts';
import type { Permission, Role } from '../../../src-shared/domain/permissions.ts';
import type { AccessRequestStatus, InvitationStatus, UserStatus } from '../../../src-shared/domain/statuses.ts';

/** Somebody in the list of an invitation that is being written. */
export interface ListedPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** What stays as it was while other screens are open: searches, filters, order, an invitation that is not sent yet. */
export interface PeopleView {
  readonly users: {
    readonly search: string;
    readonly roles: readonly Role[];
    readonly statuses: readonly UserStatus[];
    readonly sort: ProcedureInput<'users.page'>['sort'];
  };
  readonly invitations: { readonly search: string; readonly statuses: readonly InvitationStatus[] };
  readonly requests: { readonly search: string; readonly statuses: readonly AccessRequestStatus[] };
  readonly invitation: { readonly list: readonly ListedPerson[]; readonly typed: ListedPerson | null };
}

export const freshView: PeopleView = {
  users: { search: '', roles: [], statuses: [], sort: { column: 'name', direction: 'ascending' } },
  invitations: { search: '', statuses: [] },
  requests: { search: '', statuses: ['pending'] },
  invitation: { list: [], typed: null },
};

/** What the user table asks for. Whoever asks ahead of it has to ask the same. */
export const askedUsers = (organizationId: string, { search, roles, statuses, sort }: PeopleView['users']) => ({
  organizationId,
  search,
  roles: [...roles],
  statuses: [...statuses],
  sort,
});

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
