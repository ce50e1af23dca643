import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { deskErrorOf } from '../../lib/desk-error.ts';
import { usePlanAccount, type PlanAccount } from '../../lib/use-plan-account.ts';
import { LoadingRows } from '../loading-rows.tsx';
import { DisclaimerPanel } from './disclaimer-panel.tsx';
import { useAccountPlans } from './use-account-plans.ts';

export interface DisclaimerGateProps {
  readonly children: ReactNode;
}

/** Shows members' data once the person has agreed to the portal's HIPAA Disclaimer, where it has one (A11). */
export function DisclaimerGate({ children }: DisclaimerGateProps) {
  const account = usePlanAccount();
  return account === null ? children : <Gate account={account}>{children}</Gate>;
}

function Gate({ account, children }: DisclaimerGateProps & { readonly account: PlanAccount }) {
  const accountId = account.desk.account.id;
  const plans = useAccountPlans(accountId);
  if (plans.isPending) return <LoadingRows rows={3} label="Loading" />;
  if (!plans.isError || deskErrorOf(plans.error).code !== 'disclaimer_missing') return children;
  return (
    <Paper withBorder p="lg">
      <DisclaimerPanel accountId={accountId} healthPlans={account.healthPlans} headingOrder={2} />
    </Paper>
  );
}
