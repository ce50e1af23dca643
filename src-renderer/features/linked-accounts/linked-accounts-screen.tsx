import { Button, Paper, Table } from '@mantine/core';
import { IconBuildingHospital, IconLink } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { KeepOffer } from '../../components/wizard/keep-offer.tsx';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { LinkedAccountRow } from './linked-account-row.tsx';

/** C8: every Provider ID that the active account is linked to, and where each one stands. */
export function LinkedAccountsScreen() {
  const go = useGo();
  const active = useActiveAccount();
  const accounts = useProcedure('accounts.list', {});
  const refresh = useProcedureMutation('linkedAccounts.refresh');
  const activate = useProcedureMutation('linkedAccounts.activate');
  if (active === null) return <LoadingRows label="Loading linked accounts" />;
  const { desk, portal } = active;
  const { labels } = portal;
  const linkButton = (
    <Button leftSection={<IconLink size={16} aria-hidden />} onClick={() => go({ screen: 'link-account' })}>
      {labels.linkAccount}
    </Button>
  );
  const failed = activate.error ?? refresh.error ?? accounts.error;

  return (
    <>
      <PageHeader
        title={labels.manageLinkedAccounts}
        description={`Linked to ${desk.account.email}`}
        actions={
          <>
            <Button
              variant="default"
              onClick={() => refresh.mutate({ accountId: desk.account.id })}
              loading={refresh.isPending}
            >
              Refresh
            </Button>
            {linkButton}
          </>
        }
      />
      <KeepOffer />
      {failed !== null && <ErrorNotice error={failed} onRetry={() => refresh.mutate({ accountId: desk.account.id })} />}
      {desk.linkedAccounts.length === 0 ? (
        <Paper withBorder>
          <EmptyState icon={<IconBuildingHospital />} title="No linked accounts yet" actions={linkButton}>
            Have your Welcome Letter or an Explanation of Benefit (EOB) at hand: the portal compares what you enter with
            its records.
          </EmptyState>
        </Paper>
      ) : (
        <Paper withBorder mt={failed === null ? 0 : 'md'}>
          <Table.ScrollContainer minWidth={760}>
            <Table verticalSpacing="sm" horizontalSpacing="lg" aria-label={labels.manageLinkedAccounts}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Organization</Table.Th>
                  <Table.Th miw={160}>{labels.providerId}</Table.Th>
                  <Table.Th>Role</Table.Th>
                  <Table.Th>Permissions</Table.Th>
                  <Table.Th>Status</Table.Th>
                  <Table.Th>Actions</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {desk.linkedAccounts.map((linked) => (
                  <LinkedAccountRow
                    key={linked.id}
                    linked={linked}
                    current={linked.id === desk.activeLinkedAccountId}
                    switching={activate.isPending}
                    onSwitch={() => activate.mutate({ accountId: desk.account.id, linkedAccountId: linked.id })}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </>
  );
}
