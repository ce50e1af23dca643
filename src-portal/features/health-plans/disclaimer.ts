import { invalidInput } from '../../../src-shared/errors.ts';
import type { AccountPlans, healthPlanRoutes } from '../../../src-shared/portal-api/health-plans.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call, Caller } from '../../handler.ts';
import { planPortal } from './plan-portal.ts';

/** Records that the caller agreed in this session (A11); once more changes nothing. `not_an_option` at an older revision. */
export async function acceptDisclaimer(
  { database, chance }: PortalContext,
  { params, body, caller }: Call<typeof healthPlanRoutes.acceptDisclaimer>,
): Promise<Result<RouteAnswer<typeof healthPlanRoutes.acceptDisclaimer>>> {
  const portal = planPortal(params.portalId);
  if (!portal.ok) return portal;
  const { id, revision } = portal.value.disclaimer;
  if (body.revision !== revision) return fail(invalidInput([{ path: 'revision', code: 'not_an_option' }]));
  await database
    .insertInto('disclaimer_acceptance')
    .values({
      session_id: caller.sessionId,
      account_id: caller.accountId,
      agreement_id: id,
      revision,
      accepted_at: chance.now(),
    })
    .onConflict((known) => known.doNothing())
    .execute();
  return ok({});
}

/** When this session agreed to the portal's disclaimer as it stands; `disclaimer_missing` where it has not. */
export async function requireDisclaimer(
  { database }: Pick<PortalContext, 'database'>,
  { portalId, sessionId }: Pick<Caller, 'portalId' | 'sessionId'>,
): Promise<Result<AccountPlans['disclaimer']>> {
  const portal = planPortal(portalId);
  if (!portal.ok) return portal;
  const { id, revision } = portal.value.disclaimer;
  const accepted = await database
    .selectFrom('disclaimer_acceptance')
    .select('accepted_at')
    .where('session_id', '=', sessionId)
    .where('agreement_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (accepted === undefined) return fail({ code: 'disclaimer_missing' });
  return ok({ revision, agreedAt: accepted.accepted_at.toISOString() });
}

/** `disclaimer_missing` at a portal that has a disclaimer which this session has not agreed to. */
export async function agreedWhereAsked(
  context: Pick<PortalContext, 'database'>,
  caller: Pick<Caller, 'portalId' | 'sessionId'>,
): Promise<Result<void>> {
  if (!planPortal(caller.portalId).ok) return ok(undefined);
  const agreed = await requireDisclaimer(context, caller);
  return agreed.ok ? ok(undefined) : agreed;
}
