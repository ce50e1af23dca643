import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskPlans } from '../../../src-shared/ipc/health-plans.ts';
import { AsOf } from '../../components/as-of.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PlanGate } from '../../components/health-plans/plan-gate.tsx';
import { Notice } from '../../components/notice.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import type { PlanAccount } from '../../lib/use-plan-account.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { AddPlanDialog } from './add-plan-dialog.tsx';
import { PlanTable } from './plan-table.tsx';

export interface PlansSectionProps {
  readonly account: PlanAccount;
  /** Called with the plan's name. */
  readonly onAdded: (name: string) => void;
}

/** Health Plan Utilization Review Programs (A11). */
export function PlansSection({ account, onAdded }: PlansSectionProps) {
  const { heading } = account.healthPlans;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="profile-plans">
      <Stack gap="md">
        <Title order={2} size="h3" id="profile-plans">
          {heading}
        </Title>
        <PlanGate account={account}>{(list) => <Plans account={account} list={list} onAdded={onAdded} />}</PlanGate>
      </Stack>
    </Paper>
  );
}

function Plans({ account, list, onAdded }: PlansSectionProps & { readonly list: DeskPlans }) {
  const [adding, setAdding] = useState(false);
  const { desk, portal, healthPlans } = account;
  const sync = useProcedure('sync.state', { accountId: desk.account.id });
  const isAway = sync.data?.phase === 'offline' || desk.state === 'signed-out';
  const isExpectedMissing = list.plans.every(({ name }) => name !== healthPlans.expected);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={isAway} onClick={() => setAdding(true)}>
      {healthPlans.addNew}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <AsOf at={list.asOf} />
        {add}
      </Group>
      {isAway && (
        <Notice>
          {desk.state === 'signed-out'
            ? 'You are signed out: this is what the portal told last. Sign in again to add a health plan.'
            : 'The portal cannot be reached: this is what it told last. You can add a health plan once it is back.'}
        </Notice>
      )}
      {isExpectedMissing && (
        <Alert
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={`${healthPlans.expected} is missing`}
          role="status"
        >
          You cannot enter requests for its members before you add it with your Tax ID (TIN).
        </Alert>
      )}
      {list.plans.length === 0 ? (
        <EmptyState icon={<IconHeartHandshake />} title="No health plans yet">
          Have the Tax ID (TIN) at hand that you enter requests with: the portal compares it with its records.
        </EmptyState>
      ) : (
        <PlanTable plans={list.plans} label={healthPlans.heading} expected={healthPlans.expected} />
      )}
      {portal.support.map((line) => (
        <div key={line.name}>
          <Text size="sm" c="dimmed">
            Plan not offered? Call
          </Text>
          <SupportLineText line={line} />
        </div>
      ))}
      <AddPlanDialog
        account={account}
        opened={adding}
        onClose={() => setAdding(false)}
        onAdded={(name) => {
          setAdding(false);
          onAdded(name);
        }}
      />
    </Stack>
  );
}
