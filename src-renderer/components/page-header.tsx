import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMoves } from '../lib/navigation.tsx';
import classes from './page-header.module.css';

export interface PageHeaderProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** Beside the description: usually `<AsOf at={...} />`. */
  readonly aside?: ReactNode;
}

/** The one level-1 heading of a screen. Names the window after it and takes the focus when a person has moved here. */
export function PageHeader({ title, description, actions, aside }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const moves = useMoves();
  useEffect(() => {
    document.title = `${title} - Portal Desk`;
  }, [title]);
  useEffect(() => {
    if (moves > 0) heading.current?.focus();
  }, [moves]);
  return (
    <Group justify="space-between" align="flex-end" gap="md" mb="lg" component="header">
      <Stack gap={4} className={classes['words'] ?? ''}>
        <Title order={1} ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
          {title}
        </Title>
        {(description !== undefined || aside !== undefined) && (
          <Group gap="md">
            {description !== undefined && (
              <Text c="dimmed" size="sm">
                {description}
              </Text>
            )}
            {aside}
          </Group>
        )}
      </Stack>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
