import { Group } from '@mantine/core';
import { NoticesBadge } from '../components/notices/notices-badge.tsx';
import { PortalChip } from '../components/portal-chip.tsx';
import { useActiveAccount } from '../lib/use-active-organization.ts';
import { hasOrganizations } from '../lib/use-plan-account.ts';
import classes from './desk-header.module.css';
import { HeaderPerson } from './header-person.tsx';
import { ProductMark } from './product-mark.tsx';
import { Ribbon } from './ribbon/ribbon.tsx';
import { SyncBadge } from './sync-badge.tsx';

/** Product and portal at the left; at the right how fresh everything is, the user's name and icons (E7), and the ribbon (C9). */
export function DeskHeader() {
  const active = useActiveAccount();
  return (
    <Group component="header" className={classes['header'] ?? ''} justify="space-between" wrap="nowrap" gap="md">
      <Group gap="md" wrap="nowrap">
        <ProductMark />
        {active !== null && (
          <Group gap={8} wrap="nowrap" className={classes['portal'] ?? ''}>
            <PortalChip portal={active.portal} size={24} />
            <span>{active.portal.name}</span>
          </Group>
        )}
      </Group>
      {active !== null && (
        <Group gap="md" wrap="nowrap" className={classes['right'] ?? ''}>
          <SyncBadge
            accountId={active.desk.account.id}
            isGuided={active.desk.mode === 'guided'}
            hasOrganizations={hasOrganizations(active)}
          />
          <NoticesBadge />
          {hasOrganizations(active) && <HeaderPerson desk={active.desk} />}
          <Ribbon />
        </Group>
      )}
    </Group>
  );
}
