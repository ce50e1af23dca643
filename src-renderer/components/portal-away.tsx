import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { usePortalReach } from '../lib/use-portal-reach.ts';

export interface PortalAwayProps {
  /** What needs the portal, as the subject of a sentence: "Signing in". Default "This". */
  readonly what?: string;
}

/**
 * Stands beside the button of what needs the portal, and says so before anybody waits for it: nothing while the portal
 * answers.
 */
export function PortalAway({ what = 'This' }: PortalAwayProps) {
  const { isAway, askAgain, isAsking } = usePortalReach();
  return (
    <div aria-live="polite">
      {isAway && (
        <Group gap="xs" wrap="nowrap">
          <IconPlugConnectedX size={18} aria-hidden />
          <Text size="sm" flex={1}>
            {what} needs the portal, and it cannot be reached right now. What you have entered stays here.
          </Text>
          <Button size="compact-sm" variant="default" flex="none" onClick={askAgain} loading={isAsking}>
            Check again
          </Button>
        </Group>
      )}
    </div>
  );
}
