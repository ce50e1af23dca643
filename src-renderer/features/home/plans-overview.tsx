import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { maskTin } from '../../../src-shared/domain/tin.ts';
import { AsOf } from '../../components/as-of.tsx';
import { PlanGate } from '../../components/health-plans/plan-gate.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useGo } from '../../lib/navigation.tsx';
import type { PlanAccount } from '../../lib/use-plan-account.ts';

const shown = 5;

/** Where the account stands, and the first few of its health plans (A11). */
export function PlansOverview({ account }: { readonly account: PlanAccount }) {
  const go = useGo();
  const { desk, healthPlans } = account;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="home-health-plans">
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} id="home-health-plans">
            Health plans
          </Title>
          {desk.state === 'signed-in' ? (
            <StatusBadge tone="good">Account active</StatusBadge>
          ) : (
            <StatusBadge tone="neutral">Signed out</StatusBadge>
          )}
        </Group>
        <PlanGate
          account={account}
          untilAgreed={
            <Text size="sm" c="dimmed">
              Agree to the {healthPlans.disclaimer.title} to see your health plans.
            </Text>
          }
        >
          {({ plans, asOf }) => (
            <>
              <AsOf at={asOf} />
              {plans.length === 0 && (
                <Text size="sm" c="dimmed">
                  No health plan yet. Add one to enter requests for its members.
                </Text>
              )}
              {plans.slice(0, shown).map(({ id, name, taxIdsLastFour }) => (
                <div key={id}>
                  <Text size="sm" fw={500}>
                    {name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    Tax ID (TIN) {taxIdsLastFour.map(maskTin).join(', ')}
                  </Text>
                </div>
              ))}
              {plans.length > shown && (
                <Text size="sm" c="dimmed">
                  and {plans.length - shown} more
                </Text>
              )}
              <Group>
                <Button variant="default" size="xs" onClick={() => go({ screen: 'user-profile' })}>
                  {healthPlans.profile}
                </Button>
              </Group>
            </>
          )}
        </PlanGate>
      </Stack>
    </Paper>
  );
}
