import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Step } from '../../../src-shared/portals/definition.ts';
import { useProcedure } from '../../lib/use-procedure.ts';
import { usableTaxIds } from './usable-tax-ids.ts';

/** How the health plans among the answers are called, by their ids; without an answer of the portal, none. */
export function usePlanNames(portalId: string, steps: readonly Step[], answers: Answers): ReadonlyMap<string, string> {
  const plansOf = steps.flatMap((step) => step.fields).find(({ kind }) => kind === 'health-plans')?.plansOf;
  const taxIds = plansOf === undefined ? [] : usableTaxIds(answers[plansOf]);
  const search = useProcedure('accounts.findHealthPlans', { portalId, taxIds }, { enabled: taxIds.length > 0 });
  return new Map(search.data?.plans.map(({ id, name }) => [id, name]));
}
