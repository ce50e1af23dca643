import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { draftKeys } from '../../../src-shared/ipc/draft-keys.ts';
import { portals } from '../../../src-shared/portals/catalogue.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PortalChip } from '../../components/portal-chip.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import { useHasDraft } from '../../components/wizard/use-has-draft.ts';
import { useGo } from '../../lib/navigation.tsx';
import classes from './choose-portal-screen.module.css';

/** The first screen of a new desk, and the way to one more account: every portal that the product knows. */
export function ChoosePortalScreen() {
  const go = useGo();
  return (
    <Stack maw={880} mx="auto" gap="md" mt="8vh">
      <PageHeader
        title="Choose a portal"
        description="Sign in where you have an account already, or register for one. You can add more portals later."
      />
      <SimpleGrid cols={{ base: 1, sm: portals.length > 1 ? 2 : 1 }} spacing="lg">
        {portals.map((portal) => (
          <Paper key={portal.id} withBorder p="xl" component="section" aria-labelledby={`portal-${portal.id}`}>
            <Group justify="space-between" gap="lg">
              <Group gap="md" wrap="nowrap">
                <PortalChip portal={portal} size={56} />
                <div>
                  <Title order={2} id={`portal-${portal.id}`}>
                    {portal.name}
                  </Title>
                  <Text c="dimmed" size="sm">
                    {portal.payer}
                  </Text>
                </div>
              </Group>
              <Group gap="sm">
                <Button
                  aria-describedby={`portal-${portal.id}`}
                  onClick={() => go({ screen: 'sign-in', portalId: portal.id })}
                >
                  Sign in
                </Button>
                <RegisterButton portalId={portal.id} />
              </Group>
            </Group>
            <Group justify="space-between" gap="sm" mt="lg" className={classes['guided'] ?? ''}>
              <Text size="sm" c="dimmed" maw={420}>
                No service to connect to? Act on the portal’s web site; Portal Desk shows each step and keeps the
                record.
              </Text>
              <Button
                variant="subtle"
                size="compact-md"
                aria-describedby={`portal-${portal.id}`}
                onClick={() => go({ screen: 'register', portalId: portal.id, mode: 'guided' })}
              >
                Use guided mode
              </Button>
            </Group>
            {portal.support.length > 0 && (
              <Stack gap={4} mt="md">
                {portal.support.map((line) => (
                  <SupportLineText key={line.phone} line={line} />
                ))}
              </Stack>
            )}
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function RegisterButton({ portalId }: { readonly portalId: string }) {
  const go = useGo();
  const isUnfinished = useHasDraft(draftKeys.registration(portalId));
  return (
    <Button
      variant="default"
      aria-describedby={`portal-${portalId}`}
      onClick={() => go({ screen: 'register', portalId })}
    >
      {isUnfinished ? 'Continue your registration' : 'Register'}
    </Button>
  );
}
