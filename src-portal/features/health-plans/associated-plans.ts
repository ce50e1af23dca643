import type { HealthPlan } from '../../../src-shared/domain/health-plan.ts';
import type { Database } from '../../context.ts';

/** A health plan, and one Tax ID that it is associated with. */
interface Association extends HealthPlan {
  readonly taxId: string;
}

/** Every pair of one of these Tax IDs and a plan of the portal that it is associated with (A5), plans by name. */
export async function readAssociations(
  database: Database,
  portalId: string,
  taxIds: readonly string[],
): Promise<Association[]> {
  if (taxIds.length === 0) return [];
  return database
    .selectFrom('health_plan_tax_id')
    .innerJoin('health_plan', (plan) =>
      plan
        .onRef('health_plan.portal_id', '=', 'health_plan_tax_id.portal_id')
        .onRef('health_plan.id', '=', 'health_plan_tax_id.plan_id'),
    )
    .select(['health_plan.id', 'health_plan.name', 'health_plan_tax_id.tax_id as taxId'])
    .where('health_plan_tax_id.portal_id', '=', portalId)
    .where('health_plan_tax_id.tax_id', 'in', taxIds)
    .orderBy('health_plan.name')
    .orderBy('health_plan.id')
    .orderBy('taxId')
    .execute();
}

/** The Tax IDs in the order given that the plan is associated with. */
export const taxIdsOfPlan = (
  associations: readonly Association[],
  planId: string,
  taxIds: readonly string[],
): string[] => taxIds.filter((taxId) => associations.some((pair) => pair.id === planId && pair.taxId === taxId));
