import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { HealthPlan } from '../../../src-shared/domain/health-plan.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LoadingRows } from '../../components/loading-rows.tsx';
import { PortalAway } from '../../components/portal-away.tsx';
import { SupportLineText } from '../../components/support-line-text.tsx';
import { TaxIdsField } from '../../components/wizard/tax-ids-field.tsx';
import { fieldText } from '../../lib/field-texts.ts';
import type { PlanAccount } from '../../lib/use-plan-account.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { blankPlan, taxIdProblems, type TypedPlan } from './plan-form.ts';
import { useAddPlan } from './use-add-plan.ts';

export interface AddPlanDialogProps {
  readonly account: PlanAccount;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Called with the plan's name. */
  readonly onAdded: (name: string) => void;
}

/** Add New Health Plan (A11): the plan, and the TIN or TINs that it is used with. */
export function AddPlanDialog({ account, opened, onClose, onAdded }: AddPlanDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={account.healthPlans.addNew} size="lg" centered>
      <Offered account={account} onClose={onClose} onAdded={onAdded} />
    </Modal>
  );
}

type FormProps = Omit<AddPlanDialogProps, 'opened'>;

function Offered(props: FormProps) {
  const { account } = props;
  const offered = useProcedure('healthPlans.offered', { accountId: account.desk.account.id });
  if (offered.isPending) return <LoadingRows rows={3} label="Loading the plans that are offered" />;
  if (offered.isError) {
    return <ErrorNotice error={offered.error} onRetry={() => void offered.refetch()} retrying={offered.isFetching} />;
  }
  if (offered.data.plans.length === 0) {
    return <EmptyState icon={null} title="You have every health plan that is offered" />;
  }
  return <AddPlanForm {...props} offered={offered.data.plans} />;
}

function AddPlanForm({ account, offered, onClose, onAdded }: FormProps & { readonly offered: readonly HealthPlan[] }) {
  const { healthPlans, portal, desk } = account;
  const [typed, setTyped] = useState<TypedPlan>(blankPlan);
  const form = useRef<HTMLFormElement>(null);
  const plan = useRef<HTMLInputElement>(null);
  const add = useAddPlan(desk.account.id, () => {
    onAdded(offered.find(({ id }) => id === typed.planId)?.name ?? '');
  });
  // the dialog may have opened before it was known what is offered
  useEffect(() => {
    plan.current?.focus();
  }, []);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [add.problems]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.submit(typed);
  };
  const planProblem = add.problems.get('planId');
  return (
    <form ref={form} noValidate aria-label={healthPlans.addNew} onSubmit={submit}>
      <Stack gap="md">
        {add.failure !== null && (
          <ErrorNotice error={add.failure} onRetry={() => add.submit(typed)} retrying={add.isPending} />
        )}
        <Select
          ref={plan}
          label="Health plan"
          data-autofocus
          withAsterisk
          aria-required
          aria-invalid={planProblem !== undefined}
          placeholder="Choose or type its name"
          searchable
          nothingFoundMessage="No plan that is offered is called like this"
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.planId === '' ? null : typed.planId}
          onChange={(planId) => setTyped({ ...typed, planId: planId ?? '' })}
          error={planProblem === undefined ? undefined : fieldText(planProblem)}
        />
        <TaxIdsField
          label="Tax ID (TIN)"
          required
          value={typed.taxIds}
          problems={taxIdProblems(add.problems)}
          onChange={(taxIds) => setTyped({ ...typed, taxIds })}
        />
        <div>
          <Text size="sm" c="dimmed">
            Plan not offered? Call
          </Text>
          {portal.support.map((line) => (
            <SupportLineText key={line.name} line={line} />
          ))}
        </div>
        <PortalAway what="Adding a health plan" />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            {healthPlans.next}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
