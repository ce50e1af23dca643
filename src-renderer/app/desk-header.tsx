import { Group } from '@mantine/core';
import { PortalChip } from '../components/portal-chip.tsx';
import { useActiveAccount } from '../lib/use-active-organization.ts';
import classes from './desk-header.module.css';
import { ProductMark } from './product-mark.tsx';
import { Ribbon } from './ribbon/ribbon.tsx';
import { SyncBadge } from './sync-badge.tsx';

/** Product and portal at the left; at the right how fresh everything is, and the ribbon (C9). */
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
          <SyncBadge accountId={active.desk.account.id} />
          <Ribbon />
        </Group>
      )}
    </Group>
  );
}
