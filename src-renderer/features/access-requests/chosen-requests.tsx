import { List, Text } from '@mantine/core';
import type { AccessRequestRow } from '../../../src-shared/ipc/people.ts';
import { fullName } from '../../components/people/person-columns.ts';
import { formatQuantity } from '../../lib/format.ts';

export interface ChosenRequestsProps {
  /** Those that can still be decided. */
  readonly open: readonly AccessRequestRow[];
  /** How many of the selected ones are decided already. */
  readonly decided: number;
}

const mostNames = 8;

/** Whom a decision about several requests is about, and who is left out. */
export const ChosenRequests = ({ open, decided }: ChosenRequestsProps) => (
  <>
    {open.length > 0 && (
      <List size="sm" spacing={2}>
        {open.slice(0, mostNames).map((request) => (
          <List.Item key={request.id}>
            {fullName(request)} ({request.email})
            {request.evidence.emailVerifiedAt === null && <b> – email not confirmed</b>}
          </List.Item>
        ))}
        {open.length > mostNames && <List.Item>and {open.length - mostNames} more</List.Item>}
      </List>
    )}
    {decided > 0 && (
      <Text size="sm">
        {formatQuantity(decided, 'selected request is', 'selected requests are')} decided already and left out.
      </Text>
    )}
  </>
);
