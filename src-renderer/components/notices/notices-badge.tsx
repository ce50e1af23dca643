import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { formatQuantity } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useNotices } from './use-notices.ts';

/** Among the icons at the right of the header (E7): how many notices of the portal nobody has dismissed. */
export function NoticesBadge() {
  const { notices } = useNotices('home');
  const go = useGo();
  if (notices.length === 0) return null;
  const label = formatQuantity(notices.length, 'portal update', 'portal updates');
  return (
    <Tooltip label={label}>
      <Indicator label={notices.length} size={16} color="orange.9">
        <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => go({ screen: 'home' })}>
          <IconBell size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Indicator>
    </Tooltip>
  );
}
