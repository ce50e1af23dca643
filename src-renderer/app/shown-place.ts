import type { Place } from '../lib/navigation.tsx';
import { hasOrganizations, healthPlansOf } from '../lib/use-plan-account.ts';
import type { ActiveAccount } from '../lib/use-active-organization.ts';

const aboutOrganizations: ReadonlySet<Place['screen']> = new Set<Place['screen']>([
  'users',
  'invitations',
  'access-requests',
  'import-users',
  'outbox',
  'linked-accounts',
  'link-account',
]);

/** Where the window is for this account: at home in place of a screen that its portal has nothing for. */
export function shownPlace(place: Place, active: ActiveAccount | null): Place {
  if (active === null) return place;
  if (place.screen === 'organization' && active.portal.organizationDetails === undefined) return { screen: 'home' };
  if (place.screen === 'orders' && active.portal.orderSearch === undefined) return { screen: 'home' };
  const hasRetired = active.portal.orderSearch?.retired !== undefined;
  if (place.screen === 'check-order-status' && !hasRetired) return { screen: 'home' };
  const isThere =
    place.screen === 'user-profile'
      ? healthPlansOf(active) !== null
      : hasOrganizations(active) || !aboutOrganizations.has(place.screen);
  return isThere ? place : { screen: 'home' };
}
