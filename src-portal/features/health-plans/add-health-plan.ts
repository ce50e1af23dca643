import { sql } from 'kysely';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { AccountPlans, healthPlanRoutes } from '../../../src-shared/portal-api/health-plans.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { keyedHash } from '../../seal.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readAssociations } from './associated-plans.ts';
import { requireDisclaimer } from './disclaimer.ts';
import { putAccountPlan } from './put-account-plan.ts';
import { readAccountPlans } from './read-account-plans.ts';
import { takeSearch } from './take-search.ts';

type AddCall = Call<typeof healthPlanRoutes.addHealthPlan>;

/**
 * Adds a plan to the caller's account (A11), or further Tax IDs to one that it has. `not_an_option` at a plan that the portal
 * does not have, `no_match` at each Tax ID that the plan is not associated with. The same id again has no further effect;
 * `command_id_reused` where it comes with something else.
 */
export async function addHealthPlan(context: PortalContext, call: AddCall): Promise<Result<AccountPlans>> {
  const { database } = context;
  const disclaimer = await requireDisclaimer(context, call.caller);
  if (!disclaimer.ok) return disclaimer;
  const bodyHash = hashOf(context, call);
  const known = await recall(database, call.body.id, bodyHash);
  if (!known.ok) return known;
  if (!known.value) {
    const checked = await check(context, call);
    if (!checked.ok) return checked;
    const added = await database.transaction().execute((transaction) => add(transaction, context, call, bodyHash));
    if (!added.ok) return added;
  }
  return ok({ plans: await readAccountPlans(database, call.caller), disclaimer: disclaimer.value });
}

/** Keyed: a row that leaks helps nobody to guess the Tax IDs. */
const hashOf = (context: PortalContext, { body, caller }: AddCall): string =>
  keyedHash(context, 'plan-addition', caller.portalId, caller.accountId, body.planId, ...body.taxIds.toSorted());

/** Whether this id was carried out already. */
async function recall(database: Database, id: string, bodyHash: string): Promise<Result<boolean>> {
  const known = await database.selectFrom('plan_addition').select('body_hash').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return ok(false);
  return known.body_hash === bodyHash ? ok(true) : fail({ code: 'command_id_reused' });
}

async function check(context: PortalContext, { body, caller, address }: AddCall): Promise<Result<void>> {
  const { planId, taxIds } = body;
  const plan = await context.database
    .selectFrom('health_plan')
    .select('id')
    .where('portal_id', '=', caller.portalId)
    .where('id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined) return fail(invalidInput([{ path: 'planId', code: 'not_an_option' }]));
  const allowed = await takeSearch(context, caller.portalId, taxIds, address);
  if (!allowed.ok) return allowed;
  const associated = new Set(
    (await readAssociations(context.database, caller.portalId, taxIds))
      .filter(({ id }) => id === planId)
      .map(({ taxId }) => taxId),
  );
  const fields = taxIds.flatMap((taxId, place) =>
    associated.has(taxId) ? [] : [{ path: `taxIds.${String(place)}`, code: 'no_match' as const }],
  );
  return fields.length === 0 ? ok(undefined) : fail({ code: 'no_match', fields });
}

async function add(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { body, caller }: AddCall,
  bodyHash: string,
): Promise<Result<void>> {
  const { id, planId } = body;
  // one call at a time handles this id; whoever waited here sees what the other did
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(transaction);
  const known = await recall(transaction, id, bodyHash);
  if (!known.ok) return known;
  if (known.value) return ok(undefined);
  const { accountId, portalId } = caller;
  await putAccountPlan(transaction, context, { accountId, portalId, planId, taxIds: [...new Set(body.taxIds)] });
  await transaction
    .insertInto('plan_addition')
    .values({ id, account_id: accountId, body_hash: bodyHash, created_at: context.chance.now() })
    .execute();
  await writeAudit(transaction, context, {
    organizationId: null,
    accountId,
    actor: caller.name,
    commandId: null,
    action: 'add-health-plan',
    subjectKind: 'account',
    subjectId: accountId,
    before: null,
    after: { planId, taxIdsLastFour: body.taxIds.map((taxId) => taxId.slice(-4)) },
  });
  return ok(undefined);
}
