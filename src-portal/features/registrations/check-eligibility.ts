import { invalidInput } from '../../../src-shared/errors.ts';
import type { Eligibility, registrationRoutes } from '../../../src-shared/portal-api/registration.ts';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { associates } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import { matchForStranger } from './match-for-stranger.ts';
import type { Call } from '../../handler.ts';
import { hasAdministrator } from '../linked-accounts/active-administrators.ts';

/**
 * Tells whether the answers to the eligibility step name a provider (C1-C5), and whether somebody there
 * has to agree (C6). `not_found` at a portal whose registration names no organization.
 */
export async function checkEligibility(
  context: PortalContext,
  call: Call<typeof registrationRoutes.checkEligibility>,
): Promise<Result<Eligibility>> {
  const portal = findPortal(call.params.portalId);
  if (portal === undefined || !associates(portal)) return fail({ code: 'not_found' });
  const steps = portal.registration.steps.filter((step) => step.checksEligibility === true);
  if (steps.length === 0) return fail({ code: 'not_found' });
  const answers = validateAnswers(steps, call.body.answers, portal.passwordPolicy);
  if (!answers.ok) return fail(invalidInput(answers.error));
  const match = await matchForStranger(context, portal, answers.value, call.address);
  if (!match.ok) return match;
  const { organization } = match.value;
  return ok({
    organizationName: organization.name,
    providerId: organization.provider_id,
    hasAdministrator: await hasAdministrator(context.database, organization.id),
  });
}
