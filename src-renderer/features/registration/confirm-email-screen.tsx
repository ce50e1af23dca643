import { Button, Divider, Group, List, Paper, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { PageHeader } from '../../components/page-header.tsx';
import { KeepOffer } from '../../components/wizard/keep-offer.tsx';
import { ResendVerification } from '../../components/resend-verification.tsx';
import { useGo, usePlace } from '../../lib/navigation.tsx';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';

/** After a registration: what happens next, and ways on when the email does not come. */
export function ConfirmEmailScreen() {
  const place = usePlace();
  const go = useGo();
  const state = useProcedure('app.state', {});
  const mailbox = useProcedureMutation('app.openMailbox');
  if (place.screen !== 'confirm-email') return null;
  const { portalId, email, hasAdministrator } = place;
  const hasMailbox = state.data !== undefined && state.data.demo !== null;
  return (
    <Paper withBorder p="xl" maw={560} mx="auto" mt="lg">
      <ThemeIcon size={48} radius="xl" variant="light" mb="md" aria-hidden>
        <IconMail />
      </ThemeIcon>
      <PageHeader title="Confirm your email address" />
      <Stack gap="lg">
        <Text>
          We sent a link to <strong>{email}</strong>.
        </Text>
        <List type="ordered" spacing="xs">
          <List.Item>Open the link in that email. It confirms that the address is yours.</List.Item>
          <List.Item>Sign in here with your email and password.</List.Item>
          {hasAdministrator && (
            <List.Item>Your request then waits for the administrator. You get an email when it is decided.</List.Item>
          )}
        </List>
        <Group gap="sm">
          <Button onClick={() => go({ screen: 'sign-in', portalId, email })}>Sign in</Button>
          {hasMailbox && (
            <Button variant="default" onClick={() => mailbox.mutate({})}>
              Open mailbox
            </Button>
          )}
        </Group>
        <KeepOffer />
        <Divider />
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            Nothing there? Look among the unwanted mail, or have the link sent again.
          </Text>
          <ResendVerification portalId={portalId} email={email} />
        </Stack>
      </Stack>
    </Paper>
  );
}
