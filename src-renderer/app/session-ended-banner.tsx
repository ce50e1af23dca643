import { Button, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useGo } from '../lib/navigation.tsx';
import { useActiveAccount } from '../lib/use-active-organization.ts';
import classes from './session-ended-banner.module.css';

/** The session is over; what was loaded stays readable, decisions wait for the next sign-in. */
export function SessionEndedBanner() {
  const active = useActiveAccount();
  const go = useGo();
  if (active?.desk.state !== 'signed-out') return null;
  const { portalId, email } = active.desk.account;
  return (
    <Group role="alert" className={classes['banner'] ?? ''} justify="center" gap="sm">
      <IconLock size={18} aria-hidden />
      <Text size="sm">Your session ended. Sign in again to go on; what was loaded before stays readable.</Text>
      <Button size="compact-sm" onClick={() => go({ screen: 'sign-in', portalId, email })}>
        Sign in again
      </Button>
    </Group>
  );
}
