import { AccessRequestsScreen } from '../features/access-requests/access-requests-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { InvitationsScreen } from '../features/invitations/invitations-screen.tsx';
import { OutboxScreen } from '../features/outbox/outbox-screen.tsx';
import { UsersScreen } from '../features/users/users-screen.tsx';
import type { ComponentType } from 'react';
import type { Place } from '../lib/navigation.tsx';
import { loadedScreen } from './loaded-screen.ts';

// what the day is spent with comes with the window; the rest is in files of its own
const laterScreens = {
  'linked-accounts': loadedScreen(
    () => import('../features/linked-accounts/linked-accounts-screen.tsx'),
    'LinkedAccountsScreen',
  ),
  'link-account': loadedScreen(
    () => import('../features/linked-accounts/link-account-screen.tsx'),
    'LinkAccountScreen',
  ),
  settings: loadedScreen(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
  'choose-portal': loadedScreen(() => import('../features/accounts/choose-portal-screen.tsx'), 'ChoosePortalScreen'),
  'sign-in': loadedScreen(() => import('../features/accounts/sign-in-screen.tsx'), 'SignInScreen'),
  register: loadedScreen(() => import('../features/registration/register-screen.tsx'), 'RegisterScreen'),
  'confirm-email': loadedScreen(
    () => import('../features/registration/confirm-email-screen.tsx'),
    'ConfirmEmailScreen',
  ),
};

const screens: Readonly<Record<Place['screen'], ComponentType>> = {
  home: HomeScreen,
  users: UsersScreen,
  invitations: InvitationsScreen,
  'access-requests': AccessRequestsScreen,
  outbox: OutboxScreen,
  'linked-accounts': laterScreens['linked-accounts'].Screen,
  'link-account': laterScreens['link-account'].Screen,
  settings: laterScreens.settings.Screen,
  'choose-portal': laterScreens['choose-portal'].Screen,
  'sign-in': laterScreens['sign-in'].Screen,
  register: laterScreens.register.Screen,
  'confirm-email': laterScreens['confirm-email'].Screen,
};

/** Loads the files of the screens that did not come with the window; one that fails is tried again where it is drawn. */
export function loadLaterScreens(): void {
  for (const { load } of Object.values(laterScreens)) load().catch(() => undefined);
}

/** Places on the way into an account; they stand without the desk's navigation. */
export const isEntryPlace = (place: Place): boolean =>
  place.screen === 'choose-portal' ||
  place.screen === 'sign-in' ||
  place.screen === 'register' ||
  place.screen === 'confirm-email';

/** Screens about the people of the active linked account: they need one that is active. */
export const needsOrganization = (place: Place): boolean =>
  place.screen === 'users' ||
  place.screen === 'invitations' ||
  place.screen === 'access-requests' ||
  place.screen === 'outbox';

export function ScreenAt({ place }: { readonly place: Place }) {
  const Screen = screens[place.screen];
  return <Screen />;
}
