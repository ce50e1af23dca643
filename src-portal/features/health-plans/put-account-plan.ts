import { sql } from 'kysely';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';

interface AccountPlanEntry {
  readonly accountId: string;
  readonly portalId: string;
  readonly planId: string;
  /** Digits. */
  readonly taxIds: readonly string[];
}

/** Adds the plan to the account, or these Tax IDs to the plan that it has already. */
export async function putAccountPlan(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  { accountId, portalId, planId, taxIds }: AccountPlanEntry,
): Promise<void> {
  await putAccountTaxIds(transaction, accountId, taxIds);
  await transaction
    .insertInto('account_health_plan')
    .values({
      account_id: accountId,
      portal_id: portalId,
      plan_id: planId,
      tax_ids: [...taxIds],
      added_at: chance.now(),
    })
    .onConflict((known) =>
      known.columns(['account_id', 'plan_id']).doUpdateSet({
        tax_ids: sql<string[]>`array(
          select distinct unnest(account_health_plan.tax_ids || excluded.tax_ids) order by 1
        )`,
      }),
    )
    .execute();
}

/** Keeps that the account entered these Tax IDs. */
export async function putAccountTaxIds(
  transaction: DatabaseTransaction,
  accountId: string,
  taxIds: readonly string[],
): Promise<void> {
  if (taxIds.length === 0) return;
  await transaction
    .insertInto('account_tax_id')
    .values(taxIds.map((taxId) => ({ account_id: accountId, tax_id: taxId })))
    .onConflict((known) => known.doNothing())
    .execute();
}
