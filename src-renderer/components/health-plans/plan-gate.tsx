import type { ReactNode } from 'react';
import type { DeskPlans } from '../../../src-shared/ipc/health-plans.ts';
import { deskErrorOf } from '../../lib/desk-error.ts';
import type { PlanAccount } from '../../lib/use-plan-account.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { LoadingRows } from '../loading-rows.tsx';
import { DisclaimerPanel } from './disclaimer-panel.tsx';
import { useAccountPlans } from './use-account-plans.ts';

export interface PlanGateProps {
  readonly account: PlanAccount;
  readonly children: (plans: DeskPlans) => ReactNode;
  /** Stands for the disclaimer where that is in sight already. */
  readonly untilAgreed?: ReactNode;
}

/** Shows the account's health plans once its person has agreed to the HIPAA Disclaimer (A11). */
export function PlanGate({ account, children, untilAgreed }: PlanGateProps) {
  const accountId = account.desk.account.id;
  const plans = useAccountPlans(accountId);
  if (plans.isPending) return <LoadingRows rows={3} label="Loading health plans" />;
  if (!plans.isError) return children(plans.data);
  if (deskErrorOf(plans.error).code === 'disclaimer_missing') {
    return untilAgreed ?? <DisclaimerPanel accountId={accountId} healthPlans={account.healthPlans} />;
  }
  return <ErrorNotice error={plans.error} onRetry={() => void plans.refetch()} retrying={plans.isFetching} />;
}
