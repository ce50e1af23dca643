import { invalidInput } from '../../../src-shared/errors.ts';
import type { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import type { Eligibility } from '../../../src-shared/portal-api/registration.ts';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { associates } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { matchForStranger } from '../registrations/match-for-stranger.ts';
import { activeAdministrators } from './active-administrators.ts';
import { openRoutes } from './open-routes.ts';

/**
 * Tells a signed-in person whom the answers name, and at portals that ask for a proof how an association is possible there
 * and who the administrators are (D5, D6). Whoever has not both numbers right is told that nothing matches, and no more.
 */
export async function findOrganization(
  context: PortalContext,
  call: Call<typeof linkedAccountRoutes.findOrganization>,
): Promise<Result<Eligibility>> {
  const portal = findPortal(call.params.portalId);
  if (portal === undefined || !associates(portal) || call.caller.portalId !== portal.id)
    return fail({ code: 'not_found' });
  const steps = portal.linkAccount.steps.filter((step) => step.checksEligibility === true);
  const answers = validateAnswers(steps, call.body.answers, portal.passwordPolicy);
  if (!answers.ok) return fail(invalidInput(answers.error));
  const match = await matchForStranger(context, portal, answers.value, call.address);
  if (!match.ok) return match;
  const { organization } = match.value;
  const administrators = await activeAdministrators(context.database, organization.id);
  const routes = await openRoutes(context.database, portal, organization.id);
  return ok({
    organizationName: organization.name,
    providerId: organization.provider_id,
    hasAdministrator: administrators.length > 0,
    ...(routes === null ? {} : { routes: [...routes], administrators }),
  });
}
