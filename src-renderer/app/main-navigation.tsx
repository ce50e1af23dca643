import { NavLink } from '@mantine/core';
import {
  IconBuildingHospital,
  IconClockExclamation,
  IconHome,
  IconLink,
  IconListDetails,
  IconMail,
  IconSettings,
  IconUserQuestion,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { formatCount } from '../lib/format.ts';
import { useGo, usePlace, type DeskPlace } from '../lib/navigation.tsx';
import { useActiveAccount, useActiveOrganizationIfAny } from '../lib/use-active-organization.ts';
import { useProcedure } from '../lib/use-procedure.ts';
import classes from './main-navigation.module.css';

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
  const { labels } = active.portal;
  const unsettled = (sync.data?.waiting ?? 0) + (sync.data?.needsAttention ?? 0);

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
      <Items items={[{ place: { screen: 'home' }, label: 'Home', icon: IconHome }]} />
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
      <h2 className={classes['group']} id="navigation-desk">
        Desk
      </h2>
      <Items
        labelledBy="navigation-desk"
        items={[
          { place: { screen: 'outbox' }, label: 'Waiting & attention', icon: IconClockExclamation, count: unsettled },
          { place: { screen: 'practice' }, label: 'Practice Profile', icon: IconBuildingHospital },
          { place: { screen: 'settings' }, label: 'Settings', icon: IconSettings },
        ]}
      />
    </nav>
  );
}

function Items({ items, labelledBy }: { readonly items: readonly Item[]; readonly labelledBy?: string }) {
  const place = usePlace();
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
