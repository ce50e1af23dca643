import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { GuidedWizard } from '../../components/guided/guided-wizard.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { invoke } from '../../lib/desk-client.ts';
import { useGo } from '../../lib/navigation.tsx';

/** Registers a person at a portal's web site, or keeps an account that is there already. */
export function GuidedRegistration({ portal }: { readonly portal: PortalDefinition }) {
  const go = useGo();
  const [task, setTask] = useState<'registration' | 'account-kept' | null>(null);
  const isKept = task === 'account-kept';
  return (
    <Stack maw={640} mx="auto" mt="lg" gap={0}>
      <PageHeader
        title={isKept ? 'Keep an account' : portal.registration.title}
        description={`${portal.name}, guided`}
      />
      {task === null ? (
        <Start portal={portal} onChoose={setTask} onCancel={() => go({ screen: 'choose-portal' })} />
      ) : (
        <GuidedWizard
          key={task}
          draftKey={`guided ${task} ${portal.id}`}
          portal={portal}
          task={task}
          submit={async (id, answers) => {
            await invoke('guided.register', { portalId: portal.id, id, task, answers });
            go({ screen: 'home' });
          }}
          onCancel={() => setTask(null)}
        />
      )}
    </Stack>
  );
}

interface StartProps {
  readonly portal: PortalDefinition;
  readonly onChoose: (task: 'registration' | 'account-kept') => void;
  readonly onCancel: () => void;
}

const Start = ({ portal, onChoose, onCancel }: StartProps) => (
  <Paper withBorder p="xl">
    <Stack gap="lg">
      <Text>
        {portal.name} is used on its web site. Portal Desk shows you each step and the values to enter, opens the
        portal’s own page, and keeps the record of what you did. It sends nothing.
      </Text>
      <Choice
        title="I have no account there yet"
        text="Go through the registration step by step, here and on the portal’s web site."
        label="Start the registration"
        onChoose={() => onChoose('registration')}
      />
      <Choice
        title="I have an account there"
        text="Keep its people, deadlines and records here. Your password stays with you."
        label="Keep this account"
        onChoose={() => onChoose('account-kept')}
      />
      <Group>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  </Paper>
);

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly onChoose: () => void;
}

const Choice = ({ title, text, label, onChoose }: ChoiceProps) => (
  <Group justify="space-between" wrap="nowrap" gap="lg">
    <div>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
    </div>
    <Button variant="light" flex="none" onClick={onChoose}>
      {label}
    </Button>
  </Group>
);
