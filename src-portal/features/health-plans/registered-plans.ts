import type { FieldProblem } from '../../../src-shared/errors.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../../context.ts';
import { readAssociations, taxIdsOfPlan } from './associated-plans.ts';
import { putAccountPlan, putAccountTaxIds } from './put-account-plan.ts';

/** What a registration's validated answers say about plans. */
interface ChosenPlans {
  /** The field that the plans were chosen in. */
  readonly field: string;
  readonly planIds: readonly string[];
  readonly taxIds: readonly string[];
}

/**
 * Whether the health plans that were chosen belong to the Tax IDs that were entered (A5): `not_an_option` at each that does
 * not. Answers are validated ones. Right for every portal: where none are asked for, there is nothing to refuse.
 */
export async function checkRegisteredPlans(
  database: Database,
  portal: PortalDefinition,
  answers: Answers,
): Promise<Result<void, FieldProblem[]>> {
  const problems: FieldProblem[] = [];
  for (const { field, planIds, taxIds } of chosenPlans(portal, answers)) {
    const offered = new Set((await readAssociations(database, portal.id, taxIds)).map(({ id }) => id));
    for (const [place, planId] of planIds.entries())
      if (!offered.has(planId)) problems.push({ path: `${field}.${String(place)}`, code: 'not_an_option' });
  }
  return problems.length === 0 ? ok(undefined) : fail(problems);
}

/**
 * Keeps the Tax IDs and the plans of a registration with its account, in place of those of an earlier one that nobody
 * confirmed. Each plan stands with those of the Tax IDs that it is associated with.
 */
export async function keepRegisteredPlans(
  transaction: DatabaseTransaction,
  context: PortalContext,
  {
    accountId,
    portalId,
    answers,
  }: { readonly accountId: string; readonly portalId: string; readonly answers: Answers },
): Promise<void> {
  const portal = findPortal(portalId);
  if (portal === undefined) throw new Error(`No portal is called ${portalId}`);
  await transaction.deleteFrom('account_health_plan').where('account_id', '=', accountId).execute();
  await transaction.deleteFrom('account_tax_id').where('account_id', '=', accountId).execute();
  for (const { planIds, taxIds } of chosenPlans(portal, answers)) {
    await putAccountTaxIds(transaction, context, { accountId, portalId, taxIds });
    const associations = await readAssociations(transaction, portalId, taxIds);
    for (const planId of planIds)
      await putAccountPlan(transaction, context, {
        accountId,
        portalId,
        planId,
        taxIds: taxIdsOfPlan(associations, planId, taxIds),
      });
  }
}

const chosenPlans = (portal: PortalDefinition, answers: Answers): ChosenPlans[] =>
  portal.registration.steps
    .flatMap((step) => step.fields)
    .flatMap(({ id, plansOf }) =>
      plansOf === undefined ? [] : [{ field: id, planIds: listed(answers[id]), taxIds: listed(answers[plansOf]) }],
    );

const listed = (answer: Answers[string] | undefined): readonly string[] => (typeof answer === 'object' ? answer : []);
