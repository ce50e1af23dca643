import { inviteDialog } from '../components/people/invite/invite-button.tsx';
import { AccessRequestsScreen } from '../features/access-requests/access-requests-screen.tsx';
import { HomeScreen } from '../features/home/home-screen.tsx';
import { InvitationsScreen } from '../features/invitations/invitations-screen.tsx';
import { OutboxScreen } from '../features/outbox/outbox-screen.tsx';
import { UsersPanel, UsersScreen } from '../features/users/users-screen.tsx';
import type { ComponentType } from 'react';
import type { Place } from '../lib/navigation.tsx';
import { loadedLater } from '../lib/loaded-later.ts';

// what the day is spent with comes with the window; the rest is in files of its own
const laterScreens = {
  'linked-accounts': loadedLater(
    () => import('../features/linked-accounts/linked-accounts-screen.tsx'),
    'LinkedAccountsScreen',
  ),
  'link-account': loadedLater(() => import('../features/linked-accounts/link-account-screen.tsx'), 'LinkAccountScreen'),
  organization: loadedLater(() => import('../features/organization/organization-screen.tsx'), 'OrganizationScreen'),
  'manual-steps': loadedLater(() => import('../features/manual-steps/manual-steps-screen.tsx'), 'ManualStepsScreen'),
  'import-users': loadedLater(() => import('../features/guided-people/import-users-screen.tsx'), 'ImportUsersScreen'),
  'user-profile': loadedLater(() => import('../features/health-plans/health-plans-screen.tsx'), 'HealthPlansScreen'),
  orders: loadedLater(() => import('../features/orders/orders-screen.tsx'), 'OrdersScreen'),
  'check-order-status': loadedLater(
    () => import('../features/orders/check-order-status-screen.tsx'),
    'CheckOrderStatusScreen',
  ),
  practice: loadedLater(() => import('../features/practice/practice-screen.tsx'), 'PracticeScreen'),
  settings: loadedLater(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
  'choose-portal': loadedLater(() => import('../features/accounts/choose-portal-screen.tsx'), 'ChoosePortalScreen'),
  'sign-in': loadedLater(() => import('../features/accounts/sign-in-screen.tsx'), 'SignInScreen'),
  register: loadedLater(() => import('../features/registration/register-screen.tsx'), 'RegisterScreen'),
  'confirm-email': loadedLater(() => import('../features/registration/confirm-email-screen.tsx'), 'ConfirmEmailScreen'),
};

// the users of an organization are another feature's
const OrganizationWithUsers = () => <laterScreens.organization.Component users={<UsersPanel />} />;

const screens: Readonly<Record<Place['screen'], ComponentType>> = {
  home: HomeScreen,
  users: UsersScreen,
  invitations: InvitationsScreen,
  'access-requests': AccessRequestsScreen,
  outbox: OutboxScreen,
  'linked-accounts': laterScreens['linked-accounts'].Component,
  'link-account': laterScreens['link-account'].Component,
  organization: OrganizationWithUsers,
  'manual-steps': laterScreens['manual-steps'].Component,
  'import-users': laterScreens['import-users'].Component,
  'user-profile': laterScreens['user-profile'].Component,
  orders: laterScreens.orders.Component,
  'check-order-status': laterScreens['check-order-status'].Component,
  practice: laterScreens.practice.Component,
  settings: laterScreens.settings.Component,
  'choose-portal': laterScreens['choose-portal'].Component,
  'sign-in': laterScreens['sign-in'].Component,
  register: laterScreens.register.Component,
  'confirm-email': laterScreens['confirm-email'].Component,
};

/** Loads the files of what did not come with the window; one that fails is tried again where it is drawn. */
export function loadLaterScreens(): void {
  for (const { load } of [...Object.values(laterScreens), inviteDialog]) load().catch(() => undefined);
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
  place.screen === 'organization' ||
  place.screen === 'import-users';

export function ScreenAt({ place }: { readonly place: Place }) {
  const Screen = screens[place.screen];
  return <Screen />;
}
