import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useGo } from '../../lib/navigation.tsx';
import type { PlanAccount } from '../../lib/use-plan-account.ts';

/** Change Password stands in Manage User Profile (E5); here it leads to the place where it is done. */
export function ProfileSection({ account: { portal } }: { readonly account: PlanAccount }) {
  const go = useGo();
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="profile-password">
      <Stack gap="sm">
        <Title order={2} size="h3" id="profile-password">
          Password
        </Title>
        <Text size="sm" c="dimmed">
          The password of your account at the {portal.name} is changed in Settings, beside your second factor.
        </Text>
        <Group>
          <Button variant="default" onClick={() => go({ screen: 'settings' })}>
            Change Password
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
