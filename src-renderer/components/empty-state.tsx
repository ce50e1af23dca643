import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** A tabler icon element; decoration. */
  readonly icon: ReactNode;
  readonly title: string;
  /** Why it is empty and what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where there is nothing to list. */
export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <Stack align="center" gap="sm" py={48} px="md" ta="center">
    <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
      {icon}
    </ThemeIcon>
    <Title order={2} size="h4">
      {title}
    </Title>
    {children !== undefined && (
      <Text c="dimmed" size="sm" maw={440} component="div">
        {children}
      </Text>
    )}
    {actions !== undefined && (
      <Group justify="center" mt="xs">
        {actions}
      </Group>
    )}
  </Stack>
);
