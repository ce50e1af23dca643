import type { AccountPlan, HealthPlan } from '../../../src-shared/domain/health-plan.ts';
import type { Database } from '../../context.ts';
import type { Caller } from '../../handler.ts';

type Owner = Pick<Caller, 'accountId' | 'portalId'>;

/** The account's plans, by name, Tax IDs by their last four digits, and which of them await verification (A8, A11). */
export async function readAccountPlans(database: Database, { accountId, portalId }: Owner): Promise<AccountPlan[]> {
  const rows = await database
    .selectFrom('account_health_plan')
    .innerJoin('health_plan', (plan) =>
      plan
        .onRef('health_plan.portal_id', '=', 'account_health_plan.portal_id')
        .onRef('health_plan.id', '=', 'account_health_plan.plan_id'),
    )
    .select(['health_plan.id', 'health_plan.name', 'account_health_plan.tax_ids', 'account_health_plan.added_at'])
    .where('account_health_plan.account_id', '=', accountId)
    .where('account_health_plan.portal_id', '=', portalId)
    .orderBy('health_plan.name')
    .orderBy('health_plan.id')
    .execute();
  const unverified = await database
    .selectFrom('account_tax_id')
    .select('tax_id')
    .where('account_id', '=', accountId)
    .where('verified_at', 'is', null)
    .execute();
  const awaiting = new Set(unverified.map(({ tax_id: taxId }) => taxId));
  return rows.map(({ id, name, tax_ids: taxIds, added_at: addedAt }) => ({
    id,
    name,
    taxIdsLastFour: taxIds.map(lastFour),
    unverifiedLastFour: taxIds.filter((taxId) => awaiting.has(taxId)).map(lastFour),
    addedAt: addedAt.toISOString(),
  }));
}

const lastFour = (taxId: string): string => taxId.slice(-4);

/** The portal's plans that the account does not have yet, by name. */
export async function readOfferedPlans(database: Database, { accountId, portalId }: Owner): Promise<HealthPlan[]> {
  return database
    .selectFrom('health_plan')
    .select(['id', 'name'])
    .where('portal_id', '=', portalId)
    .where((plan) =>
      plan.not(
        plan.exists(
          plan
            .selectFrom('account_health_plan')
            .select('plan_id')
            .whereRef('account_health_plan.plan_id', '=', 'health_plan.id')
            .where('account_health_plan.account_id', '=', accountId),
        ),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
}
