import { Button, Group, Text } from '@mantine/core';
import { IconMailbox } from '@tabler/icons-react';
import { useProcedure, useProcedureMutation } from '../lib/use-procedure.ts';
import classes from './demo-banner.module.css';

/** Says, wherever one is, that nothing here reaches the outside world. */
export function DemoBanner() {
  const state = useProcedure('app.state', {});
  const open = useProcedureMutation('app.openMailbox');
  if (state.data === undefined || state.data.demo === null) return null;
  return (
    <Group component="aside" aria-label="Demonstration" className={classes['banner'] ?? ''} justify="center" gap="sm">
      <Text size="sm">Demonstration &mdash; emails go to a local mailbox</Text>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconMailbox size={16} aria-hidden />}
        onClick={() => open.mutate({})}
        loading={open.isPending}
      >
        Open mailbox
      </Button>
    </Group>
  );
}
