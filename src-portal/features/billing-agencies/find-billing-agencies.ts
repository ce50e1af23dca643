import { mostAgenciesFound, type billingAgencyRoutes } from '../../../src-shared/portal-api/billing-agencies.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import { foldName } from '../../directory/fold-name.ts';
import type { Call } from '../../handler.ts';

/**
 * The first twenty agencies of the directory with this anywhere in their name, by name: without regard to case, accents,
 * spaces and punctuation. Nothing for a search without two letters or digits; `not_found` at a portal without agencies.
 */
export async function findBillingAgencies(
  { database }: PortalContext,
  { params, query }: Call<typeof billingAgencyRoutes.findBillingAgencies>,
): Promise<Result<RouteAnswer<typeof billingAgencyRoutes.findBillingAgencies>>> {
  if (findPortal(params.portalId)?.billingAgencies === undefined) return fail({ code: 'not_found' });
  // letters and digits alone are left, so none of them can be a wildcard
  const part = foldName(query.search);
  if (part.length < 2) return ok({ agencies: [] });
  const rows = await database
    .selectFrom('billing_agency')
    .select(['id', 'name', 'city', 'state', 'registered_at'])
    .where('portal_id', '=', params.portalId)
    .where('folded_name', 'like', `%${part}%`)
    .orderBy('folded_name')
    .orderBy('id')
    .limit(mostAgenciesFound)
    .execute();
  return ok({
    agencies: rows.map(({ registered_at: registeredAt, ...agency }) => ({
      ...agency,
      isRegistered: registeredAt !== null,
    })),
  });
}
