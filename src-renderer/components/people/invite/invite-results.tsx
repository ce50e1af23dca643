import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatCount, formatQuantity } from '../../../lib/format.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { LoadingRows } from '../../loading-rows.tsx';
import { StatusBadge } from '../../status-badge.tsx';
import { fullName } from '../person-columns.ts';
import type { ListedPerson } from '../people-view.ts';
import { useDecisions } from '../use-decisions.tsx';
import { invitationOutcome } from './invitation-outcome.ts';
import classes from './invite.module.css';
import { readInvitations, type InvitedPerson } from './read-invitations.ts';

export interface InviteResultsProps {
  readonly organizationId: string;
  readonly invited: readonly InvitedPerson[];
  /** Takes somebody whose invitation was refused back into the fields. */
  readonly onCorrect: (person: ListedPerson) => void;
  readonly onMore: () => void;
  readonly onClose: () => void;
}

/** A success or failure message for each invited person, kept up to date while the dialog is open (C10). */
export function InviteResults({ organizationId, invited, onCorrect, onMore, onClose }: InviteResultsProps) {
  const { undo, dismiss } = useDecisions(organizationId);
  const query = useQuery({
    queryKey: ['invitations.page', { organizationId }, 'of', invited.map(({ invitationId }) => invitationId)],
    queryFn: () => readInvitations(organizationId, invited),
  });
  if (query.data === undefined) {
    return query.error === null ? (
      <LoadingRows label="Loading results" rows={Math.min(invited.length, 6)} />
    ) : (
      <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const rows = query.data;
  const lines = invited.map((person) => {
    const row = rows[person.invitationId];
    return { person, outcome: invitationOutcome(row), command: row?.pending.at(-1) };
  });
  const sent = lines.filter(({ outcome }) => outcome.kind === 'success').length;
  const failed = lines.filter(({ outcome }) => outcome.kind === 'failure').length;
  return (
    <Stack gap="md">
      <Text component="output" size="sm" aria-live="polite">
        {formatCount(sent)} of {formatQuantity(lines.length, 'invitation', 'invitations')} sent
        {failed > 0 && `, ${formatCount(failed)} failed`}
        {sent + failed < lines.length && `, ${formatCount(lines.length - sent - failed)} on the way`}.
      </Text>
      <ul className={`${classes['lines']} ${classes['results']}`} aria-label="Results">
        {lines.map(({ person, outcome, command }) => (
          <li key={person.invitationId} className={classes['result']}>
            <div className={classes['who']}>
              <Text size="sm" fw={600} truncate title={fullName(person)}>
                {fullName(person)}
              </Text>
              <Text size="xs" c="dimmed" truncate title={person.email}>
                {person.email}
              </Text>
            </div>
            <div>
              <StatusBadge tone={outcome.tone}>{outcome.text}</StatusBadge>
              {outcome.detail !== null && <Text size="xs">{outcome.detail}</Text>}
            </div>
            {command?.state === 'waiting' && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Undo ${fullName(person)}`}
                onClick={() => void undo([command.id])}
              >
                Undo
              </Button>
            )}
            {command?.state === 'refused' && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Correct ${fullName(person)}`}
                onClick={() => {
                  void dismiss(command.id);
                  onCorrect(person);
                }}
              >
                Correct
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        You can close this: what is waiting is sent as soon as the portal can be reached, and stays visible under
        Invitations.
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onMore}>
          Invite more people
        </Button>
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
