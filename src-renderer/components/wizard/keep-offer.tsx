import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { useSurroundings } from '../../lib/surroundings.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { proposeToKeep, type ProfileChange } from './keep-answers.ts';
import { useWizardDrafts, type CompletedWizard } from './wizard-drafts.tsx';

/** After a completed wizard: asks whether what it brought should be kept for the next one. */
export function KeepOffer() {
  const { completed } = useWizardDrafts();
  return completed === null ? null : <Offer completed={completed} />;
}

function Offer({ completed }: { readonly completed: CompletedWizard }) {
  const title = useId();
  const { newId } = useSurroundings();
  const { forgetCompleted } = useWizardDrafts();
  const profile = useProcedure('practice.read', {});
  const save = useProcedureMutation('practice.save', { onSuccess: forgetCompleted });
  const before = profile.data;
  const proposal = useMemo(
    () => (before === undefined ? null : proposeToKeep(before, { ...completed, newId })),
    [before, completed, newId],
  );
  if (proposal === null || proposal.changes.length === 0) return null;
  return (
    <Paper withBorder p="md" my="md" component="section" aria-labelledby={title}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id={title}>
            Keep in the practice profile?
          </Title>
          <Text size="sm" c="dimmed">
            The next registration can then be filled in. It stays encrypted on this computer.
          </Text>
        </div>
        <List size="sm">
          {proposal.changes.map((change) => (
            <List.Item key={`${change.subject} ${change.label}`}>{sentence(change)}</List.Item>
          ))}
        </List>
        {save.error !== null && <ErrorNotice error={save.error} />}
        <Group gap="sm">
          <Button onClick={() => save.mutate(proposal.profile)} loading={save.isPending}>
            Keep
          </Button>
          <Button variant="default" onClick={forgetCompleted} disabled={save.isPending}>
            Not now
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

const sentence = ({ subject, label, from, to }: ProfileChange): string => {
  const about = subject === to ? label : `${subject}, ${label}`;
  return from === null ? `${about}: ${to} (new)` : `${about}: ${to} instead of ${from}`;
};
