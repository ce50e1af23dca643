import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import type { PortalLabels } from '../../../src-shared/portals/definition.ts';
import { decisionDetail, decisionTitle } from '../../components/people/decision-texts.ts';
import { errorText } from '../../lib/error-texts.ts';
import { formatMoment } from '../../lib/format.ts';
import classes from './outbox.module.css';
import { canDecideAgain, screenOf } from './outbox-rules.ts';
import { adviceText, meanwhileText } from './outbox-texts.ts';

export interface AttentionItemProps {
  readonly item: OutboxItem;
  readonly labels: PortalLabels;
  readonly onDecideAgain: (item: OutboxItem) => void;
  readonly onDismiss: (item: OutboxItem) => void;
  readonly onShow: (item: OutboxItem) => void;
}

/** A decision that the portal refused: what was decided, what happened meanwhile, what is possible. */
export function AttentionItem({ item, labels, onDecideAgain, onDismiss, onShow }: AttentionItemProps) {
  const again = canDecideAgain(item);
  const detail = decisionDetail(item.intent);
  const meanwhile = meanwhileText(item);
  const refusal = errorText(item.error ?? { code: 'internal' });
  const title = `${decisionTitle(item.kind, labels)}: ${item.subjectName}`;
  return (
    <li className={classes['item']}>
      <IconAlertTriangle className={classes['warning']} size={20} aria-hidden />
      <Stack gap={4} className={classes['words'] ?? ''}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          You decided on {formatMoment(item.decidedAt)}
          {detail !== null && `. ${detail}`}
        </Text>
        <Text size="sm">
          <b>{refusal.title}.</b> {meanwhile ?? refusal.message}
        </Text>
        <Text size="sm">{adviceText(item, again)}</Text>
        <Group gap="xs" mt={4}>
          {again && (
            <Button size="compact-sm" onClick={() => onDecideAgain(item)} aria-label={`Decide again: ${title}`}>
              Decide again
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => onShow(item)}>
            {screenOf(item.kind).label}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onDismiss(item)} aria-label={`Dismiss: ${title}`}>
            Dismiss
          </Button>
        </Group>
      </Stack>
    </li>
  );
}
