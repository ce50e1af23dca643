import { Text } from '@mantine/core';
import type { SupportLine } from '../../src-shared/portals/definition.ts';

/** Whom to call, what to press after the call is answered, and what for. */
export const SupportLineText = ({ line }: { readonly line: SupportLine }) => (
  <Text size="sm">
    <strong>{line.name}</strong>: {line.phone}
    {line.option !== undefined && `, option ${line.option}`}
    <Text component="span" size="sm" c="dimmed">
      {', '}
      {line.purpose}
    </Text>
  </Text>
);
