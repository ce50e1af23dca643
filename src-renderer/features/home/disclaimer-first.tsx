import { Paper } from '@mantine/core';
import { DisclaimerPanel } from '../../components/health-plans/disclaimer-panel.tsx';
import { useAccountPlans } from '../../components/health-plans/use-account-plans.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import type { PlanAccount } from '../../lib/use-plan-account.ts';

/** The HIPAA Disclaimer above everything else, until somebody agrees to it after the sign-in (A11). */
export function DisclaimerFirst({ account }: { readonly account: PlanAccount }) {
  const accountId = account.desk.account.id;
  const plans = useAccountPlans(accountId);
  if (!plans.isError || deskErrorOf(plans.error).code !== 'disclaimer_missing') return null;
  return (
    <Paper withBorder p="lg">
      <DisclaimerPanel accountId={accountId} healthPlans={account.healthPlans} headingOrder={2} />
    </Paper>
  );
}
