import { Text } from '@mantine/core';
import { formatMoment, formatRecent } from '../lib/format.ts';
import { useNow } from '../lib/surroundings.tsx';

/** "As of 2:14 PM": how fresh what is shown is. `at` is when the portal last answered; null before the first time. */
export function AsOf({ at }: { readonly at: string | null }) {
  const now = useNow(60_000);
  return (
    <Text size="sm" c="dimmed" {...(at === null ? {} : { title: formatMoment(at) })}>
      {at === null ? 'Not loaded yet' : `As of ${formatRecent(at, now)}`}
    </Text>
  );
}
