import { Button, DataList, Group } from '@mantine/core';
import { useState } from 'react';
import { SignOutDialog } from '../../components/sign-out-dialog.tsx';
import { formatDate } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.tsx';
import type { ActiveAccount } from '../../lib/use-active-organization.ts';
import { RemoveAccountDialog } from './remove-account-dialog.tsx';
import { SettingsSection } from './settings-section.tsx';

export function AccountSection({ active }: { readonly active: ActiveAccount }) {
  const [asking, setAsking] = useState<'sign-out' | 'remove' | null>(null);
  const go = useGo();
  const { desk, portal } = active;
  const { account } = desk;
  const facts: readonly (readonly [string, string])[] = [
    ['Name', `${account.firstName} ${account.lastName}`],
    ['Email', account.email],
    ['Portal', portal.name],
    ['Registered', formatDate(account.createdAt)],
    ['Kept', desk.mode === 'guided' ? 'By hand: you act on the portal’s web site' : 'In step with the portal'],
  ];
  const close = () => setAsking(null);
  return (
    <SettingsSection title="Account">
      <DataList orientation="horizontal" labelWidth={140}>
        {facts.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      <Group gap="sm">
        {desk.mode === 'guided' ? null : desk.state === 'signed-in' ? (
          <Button variant="default" onClick={() => setAsking('sign-out')}>
            Sign out
          </Button>
        ) : (
          <Button onClick={() => go({ screen: 'sign-in', portalId: portal.id, email: account.email })}>
            Sign in again
          </Button>
        )}
        <Button variant="light" color="red" onClick={() => setAsking('remove')}>
          Remove from this computer
        </Button>
      </Group>
      {asking === 'sign-out' && <SignOutDialog desk={desk} onClose={close} />}
      {asking === 'remove' && <RemoveAccountDialog desk={desk} onClose={close} />}
    </SettingsSection>
  );
}
