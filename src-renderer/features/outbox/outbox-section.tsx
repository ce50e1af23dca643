import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import type { OutboxItem } from '../../../src-shared/ipc/people.ts';
import { formatCount } from '../../lib/format.ts';
import classes from './outbox.module.css';

export interface OutboxSectionProps {
  readonly title: string;
  readonly description: string;
  /** Entries of another kind, at the head of the list. */
  readonly first: readonly ReactNode[];
  readonly items: readonly OutboxItem[];
  readonly children: (item: OutboxItem) => ReactNode;
}

const shownAtFirst = 100;

/** A named list of decisions; long ones open step by step. Nothing without items. */
export function OutboxSection({ title, description, first, items, children }: OutboxSectionProps) {
  const [shown, setShown] = useState(shownAtFirst);
  const heading = useId();
  const amount = first.length + items.length;
  if (amount === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby={heading}>
      <Group gap="sm" align="baseline">
        <Title order={2} size="h4" id={heading} tabIndex={-1}>
          {title} ({formatCount(amount)})
        </Title>
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      </Group>
      <ul className={classes['list']} aria-labelledby={heading}>
        {first}
        {items.slice(0, shown).map(children)}
      </ul>
      {items.length > shown && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setShown(shown + shownAtFirst)}>
            Show more ({formatCount(items.length - shown)})
          </Button>
        </Group>
      )}
    </Stack>
  );
}
