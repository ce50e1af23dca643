import { Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { isEmailAddress } from '../../../src-shared/domain/username.ts';
import type { PasscodeMethod } from '../../../src-shared/domain/passcode.ts';
import type { SentPasscode, StartedSignIn } from '../../../src-shared/portal-api/identity.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PortalChip } from '../../components/portal-chip.tsx';
import { useGo, usePlace } from '../../lib/navigation.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { ForgotPasswordForm } from './forgot-password-form.tsx';
import { MigrationForm, type MigratingSignIn } from './migration-form.tsx';
import { PasscodeForm, type PasscodeSignIn } from './passcode-form.tsx';

/** Where a sign-in stands: the password first, perhaps the move to MFA (E2), then a one-time passcode; or a forgotten password. */
type SignIn =
  | { readonly step: 'credentials' }
  | { readonly step: 'forgot' }
  | { readonly step: 'migration'; readonly started: MigratingSignIn }
  | PasscodeStep;

interface PasscodeStep {
  readonly step: 'passcode';
  readonly started: PasscodeSignIn;
  readonly method: PasscodeMethod;
  readonly sent: SentPasscode | null;
}

const afterPassword = (started: StartedSignIn): SignIn =>
  started.next === 'migration'
    ? { step: 'migration', started }
    : { step: 'passcode', started, method: started.methods[0] ?? 'email', sent: null };

const afterMigration = ({ signInId, expiresAt }: MigratingSignIn, sent: SentPasscode): SignIn => ({
  step: 'passcode',
  started: { next: 'passcode', signInId, methods: ['email'], emailHint: sent.emailHint, question: null, expiresAt },
  method: 'email',
  sent,
});

const titles: Readonly<Record<SignIn['step'], string>> = {
  credentials: 'Sign in',
  forgot: 'Reset your password',
  migration: 'Set up multi-factor authentication',
  passcode: 'Enter your passcode',
};

const titleOf = (signIn: SignIn): string =>
  signIn.step === 'passcode' && signIn.method === 'secret-question' ? 'Answer a secret question' : titles[signIn.step];

/** Signs in to one portal; the account is then kept on this computer. */
export function SignInScreen() {
  const place = usePlace();
  const go = useGo();
  const portal = place.screen === 'sign-in' ? findPortal(place.portalId) : undefined;
  const [username, setUsername] = useState(place.screen === 'sign-in' ? (place.email ?? '') : '');
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
        <PageHeader title={titleOf(signIn)} />
        {signIn.step === 'credentials' && (
          <CredentialsForm
            portal={portal}
            username={username}
            onUsername={setUsername}
            onStarted={(started) => setSignIn(afterPassword(started))}
            onRegister={() => go({ screen: 'register', portalId: portal.id })}
            onForgot={(typed) => {
              setUsername(typed);
              setSignIn({ step: 'forgot' });
            }}
          />
        )}
        {signIn.step === 'forgot' && (
          <ForgotPasswordForm
            portalId={portal.id}
            email={isEmailAddress(username) ? username : ''}
            onBack={(typed) => {
              // whoever signs in with a username has it back
              if (typed !== '') setUsername(typed);
              setSignIn({ step: 'credentials' });
            }}
          />
        )}
        {signIn.step === 'migration' && (
          <MigrationForm
            portal={portal}
            started={signIn.started}
            onSent={(sent) => setSignIn(afterMigration(signIn.started, sent))}
            onStartAgain={() => setSignIn({ step: 'credentials' })}
          />
        )}
        {signIn.step === 'passcode' && (
          <PasscodeForm
            portal={portal}
            started={signIn.started}
            sent={signIn.sent}
            method={signIn.method}
            onMethod={(method) => setSignIn({ ...signIn, method })}
            onSignedIn={() => go({ screen: 'home' })}
            onStartAgain={() => setSignIn({ step: 'credentials' })}
          />
        )}
      </Paper>
    </Stack>
  );
}
