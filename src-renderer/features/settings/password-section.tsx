import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import type { ActiveAccount } from '../../lib/use-active-organization.ts';
import { PasswordForm } from './password-form.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Change Password of the person who is signed in (E5). */
export function PasswordSection({ active: { desk, portal } }: { readonly active: ActiveAccount }) {
  const [shown, setShown] = useState<'nothing' | 'form' | 'changed'>('nothing');
  return (
    <SettingsSection
      title="Password"
      description={`The password of your account at the ${portal.name}. Your second factor stays as it is.`}
    >
      {desk.state === 'signed-out' && (
        <Text size="sm" c="dimmed">
          Sign in again to change this.
        </Text>
      )}
      {shown === 'changed' && (
        <Notice title="Your password was changed">
          You stay signed in here. Wherever else you were signed in, you have to sign in again.
        </Notice>
      )}
      {desk.state === 'signed-in' && shown !== 'form' && (
        <Group>
          <Button variant="default" onClick={() => setShown('form')}>
            Change Password
          </Button>
        </Group>
      )}
      {desk.state === 'signed-in' && shown === 'form' && (
        <PasswordForm
          account={desk.account}
          policy={portal.passwordPolicy}
          onChanged={() => setShown('changed')}
          onCancel={() => setShown('nothing')}
        />
      )}
    </SettingsSection>
  );
}
