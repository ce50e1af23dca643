import { NavLink } from '@mantine/core';
import {
  IconBuildingHospital,
  IconClockExclamation,
  IconFileSearch,
  IconHandClick,
  IconHistory,
  IconHome,
  IconLink,
  IconListDetails,
  IconMail,
  IconSettings,
  IconUserCog,
  IconUserQuestion,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OrderSearch } from '../../src-shared/portals/definition.ts';
import { formatCount } from '../lib/format.ts';
import { useGo, usePlace, type DeskPlace } from '../lib/navigation.tsx';
import { useActiveAccount, useActiveOrganizationIfAny } from '../lib/use-active-organization.ts';
import { hasOrganizations, healthPlansOf } from '../lib/use-plan-account.ts';
import { useProcedure } from '../lib/use-procedure.ts';
import classes from './main-navigation.module.css';
import { shownPlace } from './shown-place.ts';

interface Item {
  readonly place: DeskPlace;
  readonly label: string;
  readonly icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
  readonly count?: number | undefined;
}

/** The left navigation, with the portal's own labels. What the person may not do is left out. */
export function MainNavigation() {
  const active = useActiveAccount();
  const organization = useActiveOrganizationIfAny();
  const mayView = organization?.mayAct('view') ?? false;
  const accountId = active?.desk.account.id ?? '';
  const sync = useProcedure('sync.state', { accountId }, { enabled: active !== null });
  const counts = useProcedure(
    'users.counts',
    { organizationId: organization?.organizationId ?? '' },
    { enabled: mayView },
  );
  if (active === null) return <div />;
  const { desk } = active;
  const { labels } = active.portal;
  const profile = healthPlansOf(active)?.profile;
  const { orderSearch } = active.portal;
  const managesPeople = hasOrganizations(active);
  // what is to be done by hand has an item of its own
  const waiting = desk.mode === 'guided' ? 0 : (sync.data?.waiting ?? 0);
  const unsettled = waiting + (sync.data?.needsAttention ?? 0);

  const people: Item[] = mayView
    ? [
        { place: { screen: 'users' }, label: labels.manageUsers, icon: IconUsers },
        { place: { screen: 'invitations' }, label: 'Invitations', icon: IconMail },
        {
          place: { screen: 'access-requests' },
          label: 'Access Requests',
          icon: IconUserQuestion,
          count: counts.data?.pendingRequests,
        },
      ]
    : [];
  return (
    <nav className={classes['navigation']} aria-label="Main">
      <Items
        items={[
          { place: { screen: 'home' }, label: 'Home', icon: IconHome },
          ...(profile === undefined
            ? []
            : [{ place: { screen: 'user-profile' }, label: profile, icon: IconUserCog } as const]),
          ...(orderSearch === undefined || desk.mode === 'guided' ? [] : orderItems(orderSearch)),
        ]}
      />
      {managesPeople && (
        <>
          <h2 className={classes['group']} id="navigation-users">
            {labels.users}
          </h2>
          <Items
            labelledBy="navigation-users"
            items={[
              ...people,
              { place: { screen: 'link-account' }, label: labels.linkAccount, icon: IconLink },
              { place: { screen: 'linked-accounts' }, label: labels.manageLinkedAccounts, icon: IconListDetails },
            ]}
          />
        </>
      )}
      <h2 className={classes['group']} id="navigation-desk">
        Desk
      </h2>
      <Items
        labelledBy="navigation-desk"
        items={[
          ...(desk.mode === 'guided'
            ? [
                {
                  place: { screen: 'manual-steps' },
                  label: 'Manual steps',
                  icon: IconHandClick,
                  count: sync.data?.waiting,
                } as const,
              ]
            : []),
          ...(managesPeople
            ? [
                {
                  place: { screen: 'outbox' },
                  label: 'Waiting & attention',
                  icon: IconClockExclamation,
                  count: unsettled,
                } as const,
              ]
            : []),
          { place: { screen: 'practice' }, label: 'Practice Profile', icon: IconBuildingHospital },
          { place: { screen: 'settings' }, label: 'Settings', icon: IconSettings },
        ]}
      />
    </nav>
  );
}

/** E6: the retired module keeps its place, where people look for it. */
const orderItems = ({ label, retired }: OrderSearch): Item[] => [
  { place: { screen: 'orders' }, label, icon: IconFileSearch },
  ...(retired === undefined
    ? []
    : [{ place: { screen: 'check-order-status' }, label: retired.label, icon: IconHistory } as const]),
];

function Items({ items, labelledBy }: { readonly items: readonly Item[]; readonly labelledBy?: string }) {
  const place = shownPlace(usePlace(), useActiveAccount());
  const go = useGo();
  return (
    <ul className={classes['list']} aria-labelledby={labelledBy}>
      {items.map(({ place: target, label, icon: Icon, count }) => (
        <li key={target.screen}>
          <NavLink
            component="button"
            type="button"
            active={place.screen === target.screen}
            aria-current={place.screen === target.screen ? 'page' : undefined}
            label={label}
            leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
            rightSection={
              count !== undefined && count > 0 ? (
                <span className={classes['count']}>{formatCount(count)}</span>
              ) : undefined
            }
            className={classes['item'] ?? ''}
            onClick={() => go(target)}
          />
        </li>
      ))}
    </ul>
  );
}
