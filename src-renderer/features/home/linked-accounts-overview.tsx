import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { RunningWaits } from '../../components/running-waits.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { roleTexts } from '../../lib/access-texts.ts';
import { shownName, standingOf } from '../../lib/linked-account-texts.ts';
import { useGo } from '../../lib/navigation.tsx';
import { useNow } from '../../lib/surroundings.tsx';
import type { ActiveAccount } from '../../lib/use-active-organization.ts';

const shown = 5;

/** The first few linked accounts and where each one stands. */
export function LinkedAccountsOverview({ active }: { readonly active: ActiveAccount }) {
  const go = useGo();
  const now = useNow(5_000);
  const { labels } = active.portal;
  const { linkedAccounts } = active.desk;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="home-linked-accounts">
      <Stack gap="md">
        <Title order={2} id="home-linked-accounts">
          Linked accounts
        </Title>
        {linkedAccounts.length === 0 && (
          <Text size="sm" c="dimmed">
            Nothing is linked yet. Link a Provider ID to begin.
          </Text>
        )}
        {linkedAccounts.slice(0, shown).map((linked) => (
          <Group key={linked.id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" fw={500}>
                {shownName(linked)}
              </Text>
              <Text size="xs" c="dimmed">
                {linked.nickname !== null && `${linked.organization.name} · `}
                {linked.organization.providerId} · {roleTexts[linked.role]}
              </Text>
              {linked.status === 'active' && <RunningWaits linked={linked} />}
            </div>
            <StatusBadge tone={standingOf(linked, now).tone}>{standingOf(linked, now).text}</StatusBadge>
          </Group>
        ))}
        {linkedAccounts.length > shown && (
          <Text size="sm" c="dimmed">
            and {linkedAccounts.length - shown} more
          </Text>
        )}
        <Group gap="sm">
          <Button variant="default" size="xs" onClick={() => go({ screen: 'linked-accounts' })}>
            {labels.manageLinkedAccounts}
          </Button>
          <Button variant="subtle" size="xs" onClick={() => go({ screen: 'link-account' })}>
            {labels.linkAccount}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
