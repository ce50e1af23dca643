import type { FoundPlans, healthPlanRoutes } from '../../../src-shared/portal-api/health-plans.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { readAssociations } from './associated-plans.ts';
import { planPortal } from './plan-portal.ts';
import { takeSearch } from './take-search.ts';

/** The plans of all these Tax IDs together, by name, and the Tax IDs that no plan is associated with (A5). */
export async function findHealthPlans(
  context: PortalContext,
  { params, body, address }: Call<typeof healthPlanRoutes.findHealthPlans>,
): Promise<Result<FoundPlans>> {
  const portal = planPortal(params.portalId);
  if (!portal.ok) return portal;
  const allowed = await takeSearch(context, params.portalId, body.taxIds, address);
  if (!allowed.ok) return allowed;
  const associations = await readAssociations(context.database, params.portalId, body.taxIds);
  const plans = new Map(associations.map(({ id, name }) => [id, { id, name }]));
  const known = new Set(associations.map(({ taxId }) => taxId));
  return ok({
    plans: [...plans.values()],
    unknownTaxIds: [...new Set(body.taxIds)].filter((taxId) => !known.has(taxId)),
  });
}
