import { Alert, Checkbox, Input, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { HealthPlan } from '../../../src-shared/domain/health-plan.ts';
import { maskTin } from '../../../src-shared/domain/tin.ts';
import type { Field } from '../../../src-shared/portals/definition.ts';
import { formatList } from '../../lib/format.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { ErrorNotice } from '../error-notice.tsx';

export interface HealthPlansFieldProps {
  readonly field: Field;
  readonly portalId: string;
  /** Digits alone; the plans of all of them are offered. */
  readonly taxIds: readonly string[];
  /** Null before any were offered. */
  readonly value: readonly string[] | null;
  /** The name of the plan that should not be missing. */
  readonly expected: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (planIds: readonly string[]) => void;
  /** Told while the plans of the newest Tax IDs are not known yet, unless they cannot be had. */
  readonly onLookUp: (isLookingUp: boolean) => void;
}

const none: readonly HealthPlan[] = [];

/** A4, A5: the health plans that the Tax IDs are associated with, each with a checkbox to the left of it. */
export function HealthPlansField(props: HealthPlansFieldProps) {
  const { field, portalId, taxIds, value, expected, error, onChange, onLookUp } = props;
  const id = useId();
  const search = useProcedure(
    'accounts.findHealthPlans',
    { portalId, taxIds: [...taxIds] },
    { enabled: taxIds.length > 0, keepPrevious: true },
  );
  const plans = taxIds.length === 0 ? none : (search.data?.plans ?? none);
  const isSettled = taxIds.length === 0 || (search.isSuccess && !search.isPlaceholderData);
  const isLookingUp = !isSettled && search.isFetching;
  const uncheck = useChecked(plans, isSettled, taxIds.length > 0, value, onChange);
  useEffect(() => {
    onLookUp(isLookingUp);
    return () => onLookUp(false);
  }, [isLookingUp, onLookUp]);
  const chosen = new Set(value ?? []);
  const wanted = plans.find(({ name }) => name === expected);
  const unknown = taxIds.length === 0 ? [] : (search.data?.unknownTaxIds ?? []);

  return (
    <Stack gap={8} role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-status`}>
      <div>
        <Input.Label labelElement="div" id={`${id}-label`} required={field.required}>
          {field.label}
        </Input.Label>
        {field.hint !== undefined && <Input.Description>{field.hint}</Input.Description>}
      </div>
      {plans.map(({ id: planId, name }) => (
        <Checkbox
          key={planId}
          label={name}
          checked={chosen.has(planId)}
          onChange={({ currentTarget: { checked } }) => {
            uncheck(planId, !checked);
            onChange(plans.flatMap((plan) => ((plan.id === planId ? checked : chosen.has(plan.id)) ? [plan.id] : [])));
          }}
        />
      ))}
      <Text size="sm" c="dimmed" role="status" id={`${id}-status`}>
        {search.isFetching && <Loader size={14} mr={6} aria-hidden />}
        {told()}
      </Text>
      {search.isError && !search.isFetching && taxIds.length > 0 && (
        <ErrorNotice error={search.error} onRetry={() => void search.refetch()} />
      )}
      {warning() !== null && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="status">
          {warning()}
        </Alert>
      )}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </Stack>
  );

  function told(): string {
    if (taxIds.length === 0) return 'Enter a whole Tax ID above to see its health plans.';
    if (search.isFetching) return 'Looking for health plans…';
    if (search.isError) return '';
    const without = unknown.length === 0 ? '' : `${named(unknown)} associated with no health plan.`;
    if (plans.length > 0) return without;
    return without === '' ? 'No health plan is associated with these Tax IDs.' : `${without} Check what you typed.`;
  }

  function warning(): string | null {
    if (expected === undefined || taxIds.length === 0 || !isSettled) return null;
    if (wanted === undefined) return `None of your Tax IDs is associated with ${expected}.`;
    return chosen.has(wanted.id)
      ? null
      : `${expected} is not checked. Check it, so that cases can be entered for that health plan.`;
  }
}

const named = (taxIds: readonly string[]): string =>
  taxIds.length === 1
    ? `Tax ID ${maskTin(taxIds[0]?.slice(-4) ?? '')} is`
    : `Tax IDs ${formatList(taxIds.map((taxId) => maskTin(taxId.slice(-4))))} are`;

/**
 * Keeps the answer to what is offered: a plan is checked until somebody unchecks it, and stays unchecked then. Plans
 * that an answer brought from an earlier visit does not have were unchecked there.
 */
function useChecked(
  plans: readonly HealthPlan[],
  isSettled: boolean,
  hasTaxIds: boolean,
  value: readonly string[] | null,
  onChange: (planIds: readonly string[]) => void,
): (planId: string, isUnchecked: boolean) => void {
  const earlier = useRef(hasTaxIds ? value : null);
  const unchecked = useRef(new Set<string>());
  const tell = useRef({ value, onChange });
  useEffect(() => {
    tell.current = { value, onChange };
  });
  useEffect(() => {
    if (!isSettled) return;
    const before = earlier.current;
    earlier.current = null;
    if (before !== null) for (const { id } of plans) if (!before.includes(id)) unchecked.current.add(id);
    const checked = plans.flatMap(({ id }) => (unchecked.current.has(id) ? [] : [id]));
    if (checked.join() !== (tell.current.value ?? []).join()) tell.current.onChange(checked);
  }, [plans, isSettled]);
  return (planId, isUnchecked) => {
    if (isUnchecked) unchecked.current.add(planId);
    else unchecked.current.delete(planId);
  };
}
