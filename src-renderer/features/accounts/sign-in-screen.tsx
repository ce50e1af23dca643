import { Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PortalChip } from '../../components/portal-chip.tsx';
import { useGo, usePlace } from '../../lib/navigation.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { ForgotPasswordForm } from './forgot-password-form.tsx';
import { PasscodeForm } from './passcode-form.tsx';

/** Where a sign-in stands: the password first, then a one-time passcode; or a forgotten password. */
type SignIn =
  | { readonly step: 'credentials' }
  | { readonly step: 'forgot' }
  | { readonly step: 'passcode'; readonly started: ProcedureOutput<'accounts.startSignIn'> };

const titles: Readonly<Record<SignIn['step'], string>> = {
  credentials: 'Sign in',
  forgot: 'Reset your password',
  passcode: 'Enter your passcode',
};

/** Signs in to one portal; the account is then kept on this computer. */
export function SignInScreen() {
  const place = usePlace();
  const go = useGo();
  const portal = place.screen === 'sign-in' ? findPortal(place.portalId) : undefined;
  const [email, setEmail] = useState(place.screen === 'sign-in' ? (place.email ?? '') : '');
  const [signIn, setSignIn] = useState<SignIn>({ step: 'credentials' });
  if (portal === undefined) return null;
  return (
    <Stack maw={448} mx="auto" mt="lg" gap={0}>
      <Group gap="sm" mb="md">
        <PortalChip portal={portal} size={40} />
        <div>
          <Text fw={600}>{portal.name}</Text>
          <Text size="sm" c="dimmed">
            {portal.payer}
          </Text>
        </div>
      </Group>
      <Paper withBorder p="xl">
        <PageHeader title={titles[signIn.step]} />
        {signIn.step === 'credentials' && (
          <CredentialsForm
            portalId={portal.id}
            email={email}
            onEmail={setEmail}
            onStarted={(started) => setSignIn({ step: 'passcode', started })}
            onRegister={() => go({ screen: 'register', portalId: portal.id })}
            onForgot={(typed) => {
              setEmail(typed);
              setSignIn({ step: 'forgot' });
            }}
          />
        )}
        {signIn.step === 'forgot' && (
          <ForgotPasswordForm
            portalId={portal.id}
            email={email}
            onBack={(typed) => {
              setEmail(typed);
              setSignIn({ step: 'credentials' });
            }}
          />
        )}
        {signIn.step === 'passcode' && (
          <PasscodeForm
            portalId={portal.id}
            started={signIn.started}
            onSignedIn={() => go({ screen: 'home' })}
            onStartAgain={() => setSignIn({ step: 'credentials' })}
          />
        )}
      </Paper>
    </Stack>
  );
}
