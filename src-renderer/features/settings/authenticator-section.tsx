import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { DeskAccount } from '../../../src-shared/ipc/accounts.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatDate } from '../../lib/format.ts';
import { AuthenticatorRemoval } from './authenticator-removal.tsx';
import { AuthenticatorSetup } from './authenticator-setup.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The second factor: an authenticator app (TOTP), recommended over passcodes by email. */
export function AuthenticatorSection({ desk }: { readonly desk: DeskAccount }) {
  const [open, setOpen] = useState(false);
  const since = desk.account.authenticatorSince;
  const close = () => setOpen(false);
  return (
    <SettingsSection
      title="Authenticator app"
      description="An app on your phone shows a new six-digit passcode every 30 seconds. It is safer and faster than passcodes by email."
    >
      <Group gap="sm">
        {since === null ? (
          <StatusBadge tone="attention">Not set up</StatusBadge>
        ) : (
          <>
            <StatusBadge tone="good">Set up</StatusBadge>
            <Text size="sm" c="dimmed">
              since {formatDate(since)}
            </Text>
          </>
        )}
      </Group>
      {desk.state === 'signed-out' && (
        <Text size="sm" c="dimmed">
          Sign in again to change this.
        </Text>
      )}
      {desk.state === 'signed-in' && !open && (
        <Group>
          <Button variant={since === null ? 'filled' : 'default'} onClick={() => setOpen(true)}>
            {since === null ? 'Set up authenticator app' : 'Remove authenticator app'}
          </Button>
        </Group>
      )}
      {open && since === null && <AuthenticatorSetup accountId={desk.account.id} onClose={close} />}
      {open && since !== null && <AuthenticatorRemoval accountId={desk.account.id} onClose={close} />}
    </SettingsSection>
  );
}
