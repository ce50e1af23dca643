import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AccountMode } from '../../src-shared/domain/account.ts';
import type { MainScreen } from '../../src-shared/ipc/window.ts';

/** A screen of the desk, behind a sign-in. */
export interface DeskPlace {
  readonly screen:
    MainScreen | 'link-account' | 'organization' | 'manual-steps' | 'import-users' | 'orders' | 'check-order-status';
}

/** Where the window is. */
export type Place =
  | DeskPlace
  | { readonly screen: 'choose-portal' }
  | { readonly screen: 'sign-in'; readonly portalId: string; readonly email?: string }
  | { readonly screen: 'register'; readonly portalId: string; readonly mode?: AccountMode }
  | {
      readonly screen: 'confirm-email';
      readonly portalId: string;
      readonly email: string;
      readonly hasAdministrator: boolean;
      readonly registeredAt: Date;
      /** When username and password expire unless they are used (A9). */
      readonly useBy: string | null;
    };

export interface Navigation {
  readonly place: Place;
  /** How often a person has moved. 0 until then: the first screen does not take the focus. */
  readonly moves: number;
  go(place: Place): void;
}

export const createNavigation = (start: Place): StoreApi<Navigation> =>
  createStore<Navigation>((set) => ({
    place: start,
    moves: 0,
    go: (place) => set((before) => ({ place, moves: before.moves + 1 })),
  }));

const NavigationContext = createContext<StoreApi<Navigation> | null>(null);

export const NavigationProvider = ({ store, children }: { store: StoreApi<Navigation>; children: ReactNode }) => (
  <NavigationContext value={store}>{children}</NavigationContext>
);

function useNavigation<Part>(select: (navigation: Navigation) => Part): Part {
  const store = useContext(NavigationContext);
  if (store === null) throw new Error('NavigationProvider is missing');
  return useStore(store, select);
}

export const usePlace = (): Place => useNavigation((navigation) => navigation.place);

/** Opens a screen: `go({ screen: 'users' })`. */
export const useGo = (): Navigation['go'] => useNavigation((navigation) => navigation.go);

export const useMoves = (): number => useNavigation((navigation) => navigation.moves);
