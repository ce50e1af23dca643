import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import type { registrationRoutes } from '../../../src-shared/portal-api/registration.ts';
import { findPortal, showsDirectory } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { keyedHash } from '../../seal.ts';

const mostShown = 10;

/** An NPI that is typed with pauses takes six searches; nobody copies a directory at this pace. [ours] */
const searchesPerAddress: AttemptLimit = { limit: 120, windowMs: 10 * 60_000 };

/**
 * Shows the providers that match an NPI as it is typed (E4), the lowest NPIs first: what a public registry tells, and
 * nothing about who belongs to them. `not_found` at a portal that does not show its directory.
 */
export async function findProviders(
  context: PortalContext,
  call: Call<typeof registrationRoutes.findProviders>,
): Promise<Result<RouteAnswer<typeof registrationRoutes.findProviders>>> {
  const portal = findPortal(call.params.portalId);
  if (portal === undefined || !showsDirectory(portal)) return fail({ code: 'not_found' });
  const key = `providers-from:${keyedHash(context, 'address', call.address)}`;
  const allowed = await takeAttempt(context.database, context, key, searchesPerAddress);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  const rows = await context.database
    .selectFrom('organization')
    .select(['provider_id', 'name', 'npi', 'city', 'state'])
    .where('portal_id', '=', portal.id)
    // digits alone pass the contract, so none of them can be a wildcard
    .where('npi', 'like', `${call.query.npi}%`)
    .orderBy('npi')
    .orderBy('provider_id')
    .limit(mostShown)
    .execute();
  return ok({
    providers: rows.map(({ provider_id, npi, ...entry }) => ({ ...entry, providerId: provider_id, npi: npi ?? '' })),
  });
}
