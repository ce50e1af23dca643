import { List, Stack, Text } from '@mantine/core';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { fullName } from '../../components/people/person-columns.ts';
import { formatQuantity } from '../../lib/format.ts';
import { planFor } from './bulk-plan.ts';
import { SkippedUsers } from './skipped-users.tsx';
import { actionLabel } from './user-intents.ts';
import type { Situation, UserAction } from './user-rules.ts';

export type ConfirmedAction = Exclude<UserAction, 'edit-role-and-permissions'>;

export interface DecisionDialogProps {
  readonly opened: boolean;
  readonly action: ConfirmedAction;
  readonly users: readonly UserRow[];
  readonly situation: Situation;
  readonly ownEmail: string;
  /** The portal has only a web site: nothing happens there by itself. */
  readonly isGuided?: boolean;
  readonly labels: PortalLabels;
  readonly onClose: () => void;
  readonly onDecide: (users: readonly UserRow[], reason: string | null) => void;
}

const consequences: Readonly<Record<ConfirmedAction, string>> = {
  'make-admin': 'gets every permission and can manage users, administrators included.',
  'revoke-user': 'loses access, and open sessions end at once. You can restore the access later.',
  'restore-user': 'gets back the role and permissions from before.',
};

const mostNames = 8;

/** Says what will happen to whom, and who is passed over, before it is decided. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { opened, action, users, situation, ownEmail, isGuided = false, labels, onClose, onDecide } = props;
  const { allowed, skipped } = planFor(action, users, situation);
  const label = actionLabel(action, labels);
  const [only] = users.length === 1 ? allowed : [];
  const many = formatQuantity(allowed.length, 'user', 'users');
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={(reason) => (allowed.length === 0 ? onClose() : onDecide(allowed, reason))}
      title={only === undefined ? `${label}: ${many}` : `${label}: ${fullName(only)}`}
      confirmLabel={allowed.length === 0 ? 'Close' : only === undefined ? `${label} (${allowed.length})` : label}
      tone={action === 'revoke-user' && allowed.length > 0 ? 'danger' : 'plain'}
      {...(action === 'revoke-user' && allowed.length > 0
        ? {
            reason: {
              label: 'Reason (optional)',
              hint: 'Kept with the change, and told to the person',
              required: false,
            },
          }
        : {})}
    >
      <Stack gap="sm">
        {isGuided && (
          <Text size="sm">
            You do this on the portal’s web site; Portal Desk keeps the record. Once that is recorded:
          </Text>
        )}
        {only !== undefined && (
          <Text size="sm">
            <b>{fullName(only)}</b> ({only.email}) {consequences[action]}
          </Text>
        )}
        {only === undefined && allowed.length > 0 && (
          <>
            <Text size="sm">
              Each of {many === '1 user' ? 'them' : `these ${many}`} {consequences[action]}
            </Text>
            <List size="sm" spacing={2}>
              {allowed.slice(0, mostNames).map((user) => (
                <List.Item key={user.id}>
                  {fullName(user)} ({user.email})
                </List.Item>
              ))}
              {allowed.length > mostNames && <List.Item>and {allowed.length - mostNames} more</List.Item>}
            </List>
          </>
        )}
        {action === 'revoke-user' && allowed.some(({ email }) => email === ownEmail) && (
          <Text size="sm" fw={600}>
            You are revoking your own access: you will be signed out of this Provider ID.
          </Text>
        )}
        {allowed.length === 0 && <Text size="sm">This is possible for none of the selected users.</Text>}
        <SkippedUsers skipped={skipped} />
      </Stack>
    </ConfirmDialog>
  );
}
