import { Text } from '@mantine/core';
import type { LinkedAccount, RunningWait } from '../../src-shared/domain/organization.ts';
import { formatRecent, formatTimeLeft } from '../lib/format.ts';
import { useNow } from '../lib/surroundings.tsx';
import { useRunningWaits } from '../lib/use-running-waits.ts';

export interface RunningWaitsProps {
  readonly linked: Pick<LinkedAccount, 'waits'>;
  /** Only this one, as a line of its own between others; all of them, close together, where nothing is given. */
  readonly only?: RunningWait['id'];
}

/** What may not be done yet after an association, until when, and how long that still is (D2). Draws nothing without a wait. */
export function RunningWaits({ linked, only }: RunningWaitsProps) {
  const waits = useRunningWaits(linked).filter(({ id }) => only === undefined || id === only);
  const now = useNow(5_000);
  return waits.map(({ id, label, until }) => (
    <Text key={id} size="xs" c="dimmed" component="p" m={0} mb={only === undefined ? 0 : 'sm'}>
      Waiting until {formatRecent(until, now)}: {label} ({formatTimeLeft(until, now)})
    </Text>
  ));
}
