import { Button, Stack, Text } from '@mantine/core';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { decisionDetail, decisionTitle } from '../../components/people/decision-texts.ts';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatMoment } from '../../lib/format.ts';
import classes from './outbox.module.css';

export interface WaitingItemProps {
  readonly item: OutboxItem;
  readonly labels: PortalLabels;
  /** Named where the account decides for several organizations. */
  readonly organizationName: string | null;
  /** Opens the steps that are done on the portal's web site. */
  readonly onDo: () => void;
}

/** A decision that the portal has not answered. */
export function WaitingItem({ item, labels, organizationName, onDo }: WaitingItemProps) {
  const { undo } = useDecisions(item.organizationId);
  const detail = decisionDetail(item.intent);
  const title = `${decisionTitle(item.kind, labels)}: ${item.subjectName}`;
  return (
    <li className={classes['item']}>
      <Stack gap={2} className={classes['words'] ?? ''}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          Decided on {formatMoment(item.decidedAt)}
          {detail !== null && `. ${detail}`}
          {organizationName !== null && ` · ${organizationName}`}
        </Text>
      </Stack>
      <StatusBadge tone="waiting">{stateText(item)}</StatusBadge>
      {item.byHand === true && (
        <Button size="compact-sm" onClick={onDo} aria-label={`Do it: ${title}`}>
          Do it
        </Button>
      )}
      {item.state === 'waiting' && (
        <Button size="compact-sm" variant="default" onClick={() => void undo([item.id])} aria-label={`Undo: ${title}`}>
          Undo
        </Button>
      )}
    </li>
  );
}

function stateText({ state, byHand }: OutboxItem): string {
  if (byHand === true) return 'To do on the portal’s web site';
  return state === 'sending' ? 'Sending' : 'Waiting';
}
