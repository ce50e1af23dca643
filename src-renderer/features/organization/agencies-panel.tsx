import { Button, Group, Paper, Table, Text } from '@mantine/core';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { BillingAgencyRow } from '../../../src-shared/ipc/billing-agencies.ts';
import type { BillingAgencies } from '../../../src-shared/portals/definition.ts';
import { AsOf } from '../../components/as-of.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PeopleNotices } from '../../components/people/people-notices.tsx';
import { useDecisions } from '../../components/people/use-decisions.tsx';
import { useDialog } from '../../components/people/use-dialog.ts';
import { formatCount } from '../../lib/format.ts';
import type { ActiveOrganization } from '../../lib/use-active-organization.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AddAgencyDialog } from './add-agency-dialog.tsx';
import { AgencyRow } from './agency-row.tsx';
import { addition, denial } from './agency-rules.ts';

const shownAtFirst = 50;
const mostShown = 1000;

export interface AgenciesPanelProps {
  readonly organization: ActiveOrganization;
  readonly labels: BillingAgencies;
}

/** Manage billing agencies (D10): who bills for the organization, and what an administrator can decide about it. */
export function AgenciesPanel({ organization, labels }: AgenciesPanelProps) {
  const { organizationId } = organization;
  const [limit, setLimit] = useState(shownAtFirst);
  const [selected, setSelected] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const denying = useDialog<BillingAgencyRow>();
  const query = useProcedure('billingAgencies.page', { organizationId, limit }, { keepPrevious: true });
  const { decide, undo, dismiss } = useDecisions(organizationId);
  const mayDecide = organization.mayAct('manage-billing-agencies');
  const rows = query.data?.rows ?? [];
  const total = query.data?.total ?? 0;

  const addAgain = (agency: BillingAgencyRow) =>
    void decide([addition(agency.id, agency.agencyId)], `${labels.add}: ${agency.name}`, {
      label: labels.deny,
      intents: [denial(agency.id, null)],
      told: `${labels.deny}: ${agency.name}`,
    });
  const deny = async (agency: BillingAgencyRow, reason: string | null) => {
    const kept = await decide([denial(agency.id, reason)], `${labels.deny}: ${agency.name}`, {
      label: 'Add again',
      intents: [addition(agency.id, agency.agencyId)],
      told: `${labels.add}: ${agency.name}`,
    });
    // what could not be kept is still there to be tried again, reason and all
    if (kept !== null) denying.close();
  };
  const addButton = mayDecide && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {labels.add}
    </Button>
  );

  return (
    <>
      <Group justify="space-between" mb="md">
        {query.data === undefined ? <span /> : <AsOf at={query.data.asOf} />}
        {total > 0 && addButton}
      </Group>
      {!mayDecide && (
        <Text size="sm" mb="md">
          Only administrators can add billing agencies or deny their access.
        </Text>
      )}
      {query.isPending && <LoadingRows label="Loading billing agencies" />}
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && total === 0 && (
        <Paper withBorder>
          <EmptyState icon={<IconBuildingBank />} title="No billing agencies yet" actions={addButton}>
            An agency that bills for this organization gets access once it has been added.
          </EmptyState>
        </Paper>
      )}
      {total > 0 && (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing="sm" horizontalSpacing="lg" aria-label={labels.manage}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={90}>{labels.select}</Table.Th>
                  <Table.Th>{labels.name}</Table.Th>
                  <Table.Th>{labels.status}</Table.Th>
                  <Table.Th w={160}>{labels.actions}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((agency) => (
                  <AgencyRow
                    key={agency.id}
                    agency={agency}
                    labels={labels}
                    selected={agency.id === selected}
                    mayDecide={mayDecide}
                    onSelect={() => setSelected(agency.id)}
                    onDeny={() => denying.open(agency)}
                    onAddAgain={() => addAgain(agency)}
                    onUndo={(commandId) => void undo([commandId])}
                    onDismiss={(commandId) => void dismiss(commandId)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      {total > rows.length && limit < mostShown && (
        <Group mt="md">
          <Button
            variant="default"
            size="xs"
            onClick={() => setLimit(Math.min(mostShown, limit * 2))}
            loading={query.isFetching}
          >
            Show more ({formatCount(total - rows.length)})
          </Button>
        </Group>
      )}
      <AddAgencyDialog
        opened={adding}
        onClose={() => setAdding(false)}
        organization={organization}
        labels={labels}
        onAdd={(intent, name) => {
          setAdding(false);
          void decide([intent], `${labels.add}: ${name}`);
        }}
      />
      <ConfirmDialog
        opened={denying.opened}
        onClose={denying.close}
        onConfirm={(reason) => {
          if (denying.subject !== null) void deny(denying.subject, reason);
        }}
        title={labels.deny}
        confirmLabel={labels.deny}
        reason={{ label: 'Reason', hint: 'Other administrators see it. You can leave it out.', required: false }}
      >
        {denying.subject?.name} can no longer act for {organization.linkedAccount.organization.name}. It stays in the
        list, and you can add it again at any time.
      </ConfirmDialog>
      <PeopleNotices />
    </>
  );
}
