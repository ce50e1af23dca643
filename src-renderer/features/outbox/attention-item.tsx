import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { decisionDetail, decisionTitle } from '../../components/people/decision-texts.ts';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { errorText } from '../../lib/error-texts.ts';
import { formatMoment } from '../../lib/format.ts';
import classes from './outbox.module.css';
import { canDecideAgain, screenOf } from './outbox-rules.ts';
import { adviceText, meanwhileText } from './outbox-texts.ts';
import { TwoSides } from './two-sides.tsx';

export interface AttentionItemProps {
  readonly item: OutboxItem;
  readonly labels: PortalLabels;
  /** Named where the account decides for several organizations. */
  readonly organizationName: string | null;
  /** Opens the screen of its subject; left out where the organization cannot be opened any more. */
  readonly onShow?: (item: OutboxItem) => void;
}

/** A decision that the portal refused: what was decided, what happened meanwhile, what is possible. */
export function AttentionItem({ item, labels, organizationName, onShow }: AttentionItemProps) {
  const { decide, dismiss } = useDecisions(item.organizationId);
  const again = onShow !== undefined && canDecideAgain(item);
  const detail = decisionDetail(item.intent);
  const meanwhile = meanwhileText(item);
  const refusal = errorText(item.error ?? { code: 'internal' });
  const title = `${decisionTitle(item.kind, labels)}: ${item.subjectName}`;

  const decideAgain = async () => {
    const kept = await decide([item.intent], title);
    if (kept !== null) await dismiss(item.id);
  };

  return (
    <li className={classes['item']}>
      <IconAlertTriangle className={classes['warning']} size={20} aria-hidden />
      <Stack gap={6} className={classes['words'] ?? ''}>
        <div>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          {organizationName !== null && (
            <Text size="xs" c="dimmed">
              {organizationName}
            </Text>
          )}
        </div>
        <TwoSides
          decided={
            <>
              <Text size="sm">{decisionTitle(item.kind, labels)}</Text>
              {detail !== null && <Text size="sm">{detail}</Text>}
              <Text size="xs" c="dimmed">
                {formatMoment(item.decidedAt)}
              </Text>
            </>
          }
          meanwhile={
            <Text size="sm">
              <b>{refusal.title}.</b> {meanwhile ?? refusal.message}
            </Text>
          }
        />
        <Text size="sm">{adviceText(item, again)}</Text>
        <Group gap="xs" mt={4}>
          {again && (
            <Button size="compact-sm" onClick={() => void decideAgain()} aria-label={`Decide again: ${title}`}>
              Decide again
            </Button>
          )}
          {onShow !== undefined && (
            <Button size="compact-sm" variant="default" onClick={() => onShow(item)}>
              {screenOf(item.kind).label}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void dismiss(item.id)}
            aria-label={`Dismiss: ${title}`}
          >
            Dismiss
          </Button>
        </Group>
      </Stack>
    </li>
  );
}
