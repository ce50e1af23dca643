import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { ManualStep } from '../../../src-shared/ipc/guided.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { CopyList } from '../../components/guided/copy-list.tsx';
import { PortalPages } from '../../components/guided/portal-pages.tsx';
import { decisionTitle } from '../../components/people/decision-texts.ts';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { formatMoment } from '../../lib/format.ts';
import { stepCopies, whatToDo } from './manual-step-texts.ts';
import { StepForm } from './step-form.tsx';

export interface ManualStepItemProps {
  readonly step: ManualStep;
  readonly portal: PortalDefinition;
}

/** One step: what to do there, the values, the portal's page, and then what came of it. */
export function ManualStepItem({ step, portal }: ManualStepItemProps) {
  const heading = useId();
  const [recording, setRecording] = useState(false);
  const { item, blocked } = step;
  const { undo } = useDecisions(item.organizationId);
  return (
    <Paper withBorder p="lg" component="article" aria-labelledby={heading}>
      <Stack gap="md">
        <div>
          <Title order={3} size="h4" id={heading}>
            {decisionTitle(item.kind, portal.labels)}: {item.subjectName}
          </Title>
          <Text size="xs" c="dimmed">
            Decided on {formatMoment(item.decidedAt)}
          </Text>
        </div>
        <Text size="sm">{whatToDo(item.kind, portal.labels)}</Text>
        <CopyList values={stepCopies(step)} />
        <PortalPages portal={portal} />
        {blocked && (
          <Text size="sm" c="dimmed">
            Something else about {item.subjectName} is to be done first.
          </Text>
        )}
        {recording && !blocked ? (
          <StepForm commandId={item.id} onCancel={() => setRecording(false)} />
        ) : (
          <Group gap="sm">
            <Button disabled={blocked} onClick={() => setRecording(true)}>
              Record what was done
            </Button>
            <Button variant="default" onClick={() => void undo([item.id])}>
              Undo the decision
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
