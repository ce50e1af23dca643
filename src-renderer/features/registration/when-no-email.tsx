import { Text } from '@mantine/core';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { Notice } from '../../components/notice.tsx';
import { formatQuantity } from '../../lib/format.ts';
import { useNow } from '../../lib/surroundings.tsx';

export interface WhenNoEmailProps {
  readonly portal: PortalDefinition;
  readonly registeredAt: Date;
}

const minuteMs = 60_000;

/** A10: how long to wait for the email, and whom to call after that. Nothing at portals that do not say. */
export function WhenNoEmail({ portal, registeredAt }: WhenNoEmailProps) {
  const now = useNow(1000);
  const { emailWithinMinutes, support } = portal;
  const [line] = support;
  if (emailWithinMinutes === undefined || line === undefined) return null;
  const minutesLeft = Math.ceil((registeredAt.getTime() - now.getTime()) / minuteMs) + emailWithinMinutes;
  const call = `${line.name} at ${line.phone}`;
  return minutesLeft > 0 ? (
    <Text size="sm">
      If you do not receive an email within {formatQuantity(minutesLeft, 'minute', 'minutes')}, please contact {call}.
    </Text>
  ) : (
    <Notice title={`No email after ${String(emailWithinMinutes)} minutes?`}>Please contact {call}.</Notice>
  );
}
