import { sql } from 'kysely';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
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
  context: PortalContext,
  { accountId, portalId, planId, taxIds }: AccountPlanEntry,
): Promise<void> {
  await putAccountTaxIds(transaction, context, { accountId, portalId, taxIds });
  await transaction
    .insertInto('account_health_plan')
    .values({
      account_id: accountId,
      portal_id: portalId,
      plan_id: planId,
      tax_ids: [...taxIds],
      added_at: context.chance.now(),
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

/** Keeps that the account entered these Tax IDs. Where the portal's staff verify accounts, they look at new ones too (A8). */
export async function putAccountTaxIds(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  { accountId, portalId, taxIds }: Pick<AccountPlanEntry, 'accountId' | 'portalId' | 'taxIds'>,
): Promise<void> {
  if (taxIds.length === 0) return;
  const verifiedAt = findPortal(portalId)?.verifiesAccounts === true ? null : chance.now();
  await transaction
    .insertInto('account_tax_id')
    .values(taxIds.map((taxId) => ({ account_id: accountId, tax_id: taxId, verified_at: verifiedAt })))
    .onConflict((known) => known.doNothing())
    .execute();
}
