import { lazy, type ComponentType } from 'react';
import { assertNever } from '../../src-shared/result.ts';
import type { Place } from '../lib/navigation.tsx';

const screen = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

/** Begins to load the screens that a window mostly starts on, while it still asks who is signed in. */
export function preloadScreen({ screen: name }: Place): void {
  if (name === 'home') void import('../features/home/home-screen.tsx');
  else if (name === 'users') void import('../features/users/users-screen.tsx');
  else if (name === 'access-requests') void import('../features/access-requests/access-requests-screen.tsx');
}

// each in a file of its own, so that the window's first paint loads only the screen that it shows
const HomeScreen = screen(() => import('../features/home/home-screen.tsx'), 'HomeScreen');
const UsersScreen = screen(() => import('../features/users/users-screen.tsx'), 'UsersScreen');
const InvitationsScreen = screen(() => import('../features/invitations/invitations-screen.tsx'), 'InvitationsScreen');
const AccessRequestsScreen = screen(
  () => import('../features/access-requests/access-requests-screen.tsx'),
  'AccessRequestsScreen',
);
const OutboxScreen = screen(() => import('../features/outbox/outbox-screen.tsx'), 'OutboxScreen');
const LinkedAccountsScreen = screen(
  () => import('../features/linked-accounts/linked-accounts-screen.tsx'),
  'LinkedAccountsScreen',
);
const LinkAccountScreen = screen(
  () => import('../features/linked-accounts/link-account-screen.tsx'),
  'LinkAccountScreen',
);
const SettingsScreen = screen(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen');
const ChoosePortalScreen = screen(() => import('../features/accounts/choose-portal-screen.tsx'), 'ChoosePortalScreen');
const SignInScreen = screen(() => import('../features/accounts/sign-in-screen.tsx'), 'SignInScreen');
const RegisterScreen = screen(() => import('../features/registration/register-screen.tsx'), 'RegisterScreen');
const ConfirmEmailScreen = screen(
  () => import('../features/registration/confirm-email-screen.tsx'),
  'ConfirmEmailScreen',
);

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
  switch (place.screen) {
    case 'home':
      return <HomeScreen />;
    case 'users':
      return <UsersScreen />;
    case 'invitations':
      return <InvitationsScreen />;
    case 'access-requests':
      return <AccessRequestsScreen />;
    case 'outbox':
      return <OutboxScreen />;
    case 'linked-accounts':
      return <LinkedAccountsScreen />;
    case 'link-account':
      return <LinkAccountScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'choose-portal':
      return <ChoosePortalScreen />;
    case 'sign-in':
      return <SignInScreen />;
    case 'register':
      return <RegisterScreen />;
    case 'confirm-email':
      return <ConfirmEmailScreen />;
    default:
      return assertNever(place);
  }
}
