import { Button } from '@mantine/core';
import { IconBuildingHospital } from '@tabler/icons-react';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { formatList } from '../lib/format.ts';
import { useGo } from '../lib/navigation.tsx';
import { useActiveAccount } from '../lib/use-active-organization.ts';

/** Instead of a screen about people while no linked account can be opened: why, and what to do. */
export function NoOrganization() {
  const go = useGo();
  const active = useActiveAccount();
  const labels = active?.portal.labels;
  const waiting = active?.desk.linkedAccounts.find(({ status }) => status === 'awaiting-administrator');
  return (
    <>
      <PageHeader title={labels?.users ?? 'Users'} />
      {waiting === undefined ? (
        <EmptyState
          icon={<IconBuildingHospital />}
          title="No linked account is active"
          actions={
            <Button onClick={() => go({ screen: 'link-account' })}>{labels?.linkAccount ?? 'Link Account'}</Button>
          }
        >
          Link a Provider ID to see and manage its users.
        </EmptyState>
      ) : (
        <EmptyState
          icon={<IconBuildingHospital />}
          title={`${waiting.organization.name} has to approve you first`}
          actions={
            <Button variant="default" onClick={() => go({ screen: 'linked-accounts' })}>
              {labels?.manageLinkedAccounts ?? 'Manage Linked Accounts'}
            </Button>
          }
        >
          {waiting.administrators.length === 0
            ? 'Its administrator was asked. You will get an email when it is decided.'
            : `Ask ${formatList(waiting.administrators)}. You will get an email when it is decided.`}
        </EmptyState>
      )}
    </>
  );
}
