import { Button, Group, Text } from '@mantine/core';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { mostSelected, type RowSelection } from '../../components/people/use-row-selection.ts';
import { formatCount } from '../../lib/format.ts';
import { actionLabel } from './user-intents.ts';
import type { UserAction } from './user-rules.ts';

export interface BulkBarProps {
  readonly selection: RowSelection<UserRow>;
  readonly labels: PortalLabels;
  readonly onAct: (action: UserAction) => void;
  readonly onClear: () => void;
}

const actions: readonly UserAction[] = ['edit-role-and-permissions', 'make-admin', 'revoke-user'];

/** What can be decided about all selected users at once. */
export function BulkBar({ selection, labels, onAct, onClear }: BulkBarProps) {
  const offered = selection.rows.some(({ status }) => status === 'revoked')
    ? [...actions, 'restore-user' as const]
    : actions;
  return (
    <Group gap="xs" component="section" aria-label="Selected users">
      <Text component="output" size="sm" fw={600}>
        {formatCount(selection.count)} selected{selection.count >= mostSelected ? ' (the most at once)' : ''}
      </Text>
      {offered.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant="default"
          {...(action === 'revoke-user' ? { c: 'var(--mantine-color-error)' } : {})}
          onClick={() => onAct(action)}
        >
          {actionLabel(action, labels)}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        Clear selection
      </Button>
    </Group>
  );
}
