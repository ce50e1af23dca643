import { Button, Paper, Table } from '@mantine/core';
import { IconBuildingHospital, IconLink } from '@tabler/icons-react';
import { AsOf } from '../../components/as-of.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useDialog } from '../../components/people/use-dialog.ts';
import { KeepOffer } from '../../components/wizard/keep-offer.tsx';
import { useGo } from '../../lib/navigation.tsx';
import { useActiveAccount } from '../../lib/use-active-organization.ts';
import { useProcedure, useProcedureMutation } from '../../lib/use-procedure.ts';
import { EnterPinDialog } from './enter-pin-dialog.tsx';
import { LinkedAccountRow } from './linked-account-row.tsx';
import { RecordStatusDialog, type StatusToRecord } from './record-status-dialog.tsx';

/** C8: every Provider ID that the active account is linked to, and where each one stands. */
export function LinkedAccountsScreen() {
  const go = useGo();
  const active = useActiveAccount();
  const accounts = useProcedure('accounts.list', {});
  const accountId = active?.desk.account.id ?? '';
  const sync = useProcedure('sync.state', { accountId }, { enabled: active !== null });
  const refresh = useProcedureMutation('linkedAccounts.refresh');
  const activate = useProcedureMutation('linkedAccounts.activate');
  const pinDialog = useDialog<string>();
  const statusDialog = useDialog<StatusToRecord>();
  if (active === null) return <LoadingRows label="Loading linked accounts" />;
  const { desk, portal } = active;
  const { labels } = portal;
  const isByHand = desk.mode === 'guided';
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
        {...(isByHand ? {} : { aside: <AsOf at={sync.data?.toldAt ?? null} /> })}
        actions={
          <>
            {!isByHand && (
              <Button
                variant="default"
                onClick={() => refresh.mutate({ accountId: desk.account.id })}
                loading={refresh.isPending}
              >
                Refresh
              </Button>
            )}
            {linkButton}
          </>
        }
      />
      <KeepOffer />
      {failed !== null && <ErrorNotice error={failed} onRetry={() => refresh.mutate({ accountId: desk.account.id })} />}
      {desk.linkedAccounts.length === 0 ? (
        <Paper withBorder>
          <EmptyState
            icon={<IconBuildingHospital />}
            title={portal.proofs === undefined ? 'No linked accounts yet' : 'No organizations yet'}
            actions={linkButton}
          >
            {portal.proofs === undefined
              ? 'Have your Welcome Letter or an Explanation of Benefit (EOB) at hand: the portal compares what you enter with its records.'
              : 'Have the organization’s NPI or provider number and its tax ID at hand. Where nobody is associated yet, two claims of older advisories give access the same day.'}
          </EmptyState>
        </Paper>
      ) : (
        <Paper withBorder mt={failed === null ? 0 : 'md'}>
          <Table.ScrollContainer minWidth={760}>
            <Table
              verticalSpacing="sm"
              horizontalSpacing={portal.waits === undefined ? 'lg' : 'md'}
              aria-label={labels.manageLinkedAccounts}
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Organization</Table.Th>
                  <Table.Th miw={portal.waits === undefined ? 160 : 110}>{labels.providerId}</Table.Th>
                  <Table.Th>Role</Table.Th>
                  <Table.Th>Permissions</Table.Th>
                  <Table.Th {...(portal.waits === undefined ? {} : { miw: 228 })}>Status</Table.Th>
                  <Table.Th>Actions</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {desk.linkedAccounts.map((linked) => (
                  <LinkedAccountRow
                    key={linked.id}
                    accountId={desk.account.id}
                    linked={linked}
                    current={linked.id === desk.activeLinkedAccountId}
                    proofs={portal.proofs}
                    onEnterPin={() =>
                      isByHand
                        ? statusDialog.open({ linked, status: 'active', title: 'PIN entered' })
                        : pinDialog.open(linked.id)
                    }
                    onRecordStatus={
                      isByHand
                        ? () => statusDialog.open({ linked, status: linked.status, title: 'Record status' })
                        : undefined
                    }
                    switching={activate.isPending}
                    {...(portal.organizationDetails === undefined
                      ? {}
                      : {
                          details: {
                            label: portal.organizationDetails.viewEdit,
                            onOpen: () =>
                              activate.mutate(
                                { accountId: desk.account.id, linkedAccountId: linked.id },
                                { onSuccess: () => go({ screen: 'organization' }) },
                              ),
                          },
                        })}
                    onSwitch={() => activate.mutate({ accountId: desk.account.id, linkedAccountId: linked.id })}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      <RecordStatusDialog
        opened={statusDialog.opened}
        subject={statusDialog.subject}
        accountId={desk.account.id}
        proofs={portal.proofs}
        onClose={statusDialog.close}
      />
      {portal.proofs !== undefined && (
        <EnterPinDialog
          opened={pinDialog.opened}
          accountId={desk.account.id}
          linked={desk.linkedAccounts.find(({ id }) => id === pinDialog.subject) ?? null}
          mailedPin={portal.proofs.mailedPin}
          support={portal.support}
          onClose={pinDialog.close}
        />
      )}
    </>
  );
}
