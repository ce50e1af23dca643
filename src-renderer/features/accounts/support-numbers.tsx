import { ActionIcon, Popover, Stack } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { SupportLineText } from '../../components/support-line-text.tsx';

/** Whom to call about a portal, shown when asked for. */
export const SupportNumbers = ({ portal }: { readonly portal: PortalDefinition }) => (
  <Popover position="bottom-end" width={320} withArrow shadow="md" trapFocus returnFocus>
    <Popover.Target>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Support numbers: ${portal.name}`}>
        <IconPhone size={18} aria-hidden />
      </ActionIcon>
    </Popover.Target>
    <Popover.Dropdown tabIndex={-1} data-autofocus aria-label={`Support numbers: ${portal.name}`}>
      <Stack gap="xs">
        {portal.support.map((line) => (
          <SupportLineText key={line.phone} line={line} />
        ))}
      </Stack>
    </Popover.Dropdown>
  </Popover>
);
