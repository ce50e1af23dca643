import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

export interface ProfileSectionProps {
  readonly title: string;
  readonly description: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One part of the profile, with the button that adds to it. */
export function ProfileSection({ title, description, actions, children }: ProfileSectionProps) {
  const id = useId();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" gap="md">
          <div>
            <Title order={2} size="h3" id={id}>
              {title}
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              {description}
            </Text>
          </div>
          {actions}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
