import { Button, Divider, Group, List, Paper, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { KeepOffer } from '../../components/wizard/keep-offer.tsx';
import { ResendVerification } from '../../components/resend-verification.tsx';
import { formatDate } from '../../lib/format.ts';
import { useGo, usePlace } from '../../lib/navigation.tsx';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { nextSteps } from './next-steps.ts';
import { WhenNoEmail } from './when-no-email.tsx';

/** After a registration: what happens next (A8), until when it has to be used (A9), and ways on when the email does not come (A10). */
export function ConfirmEmailScreen() {
  const place = usePlace();
  const go = useGo();
  const state = useProcedure('app.state', {});
  const mailbox = useProcedureMutation('app.openMailbox');
  const portal = place.screen === 'confirm-email' ? findPortal(place.portalId) : undefined;
  if (place.screen !== 'confirm-email' || portal === undefined) return null;
  const { portalId, email, hasAdministrator, registeredAt, useBy } = place;
  const hasMailbox = state.data !== undefined && state.data.demo !== null;
  const isVerified = portal.verifiesAccounts === true;
  return (
    <Paper withBorder p="xl" maw={560} mx="auto" mt="lg">
      <ThemeIcon size={48} radius="xl" variant="light" mb="md" aria-hidden>
        <IconMail />
      </ThemeIcon>
      <PageHeader title={isVerified ? 'Registration Confirmation' : 'Confirm your email address'} />
      <Stack gap="lg">
        {isVerified ? (
          <Text>
            Your Portal registration has been submitted. An access key has been sent to <strong>{email}</strong>.
          </Text>
        ) : (
          <Text>
            We sent a link to <strong>{email}</strong>.
          </Text>
        )}
        <List type="ordered" spacing="xs">
          {nextSteps(portal, { hasAdministrator }).map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
        {useBy !== null && (
          <Text>
            Your username and password expire if not used by <strong>{formatDate(useBy)}</strong>.
          </Text>
        )}
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
          <WhenNoEmail portal={portal} registeredAt={registeredAt} />
          <Text size="sm" c="dimmed">
            Nothing there? Look among the unwanted mail, or have the link sent again.
          </Text>
          <ResendVerification portalId={portalId} email={email} />
        </Stack>
      </Stack>
    </Paper>
  );
}
