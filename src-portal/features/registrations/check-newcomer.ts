import { invalidInput } from '../../../src-shared/errors.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import { associates, type PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import { newcomerCounter } from '../../identity/sign-in-limits.ts';
import { takeAttempt } from '../../identity/take-attempt.ts';
import { checkRegisteredPlans } from '../health-plans/registered-plans.ts';
import { matchForStranger } from './match-for-stranger.ts';
import type { Registrant } from './registrant.ts';
import { isUsernameTaken } from './username-taken.ts';

/** The organization that a registration's answers match. */
export interface NamedOrganization {
  readonly id: string;
  readonly matchedOn: readonly string[];
}

interface Newcomer {
  readonly registrant: Registrant;
  readonly answers: Answers;
  /** The network address. */
  readonly address: string;
}

export const usernameTaken = fail(invalidInput([{ path: 'username', code: 'taken' }]));

/**
 * Compares the answers with what the portal knows, as far as it asks: the organization, the username, the health plans of
 * the Tax IDs (A5). Answers the organization, or null at portals where a registration names none. Strangers who ask too
 * often are `rate_limited`, whatever the answer would be.
 */
export async function checkNewcomer(
  context: PortalContext,
  portal: PortalDefinition,
  { registrant, answers, address }: Newcomer,
): Promise<Result<NamedOrganization | null>> {
  if (registrant.username !== null || portal.healthPlans !== undefined) {
    const counter = newcomerCounter(context, address);
    const allowed = await takeAttempt(context.database, context, counter.key, counter.limit);
    if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  }
  if (await isUsernameTaken(context.database, context, portal, registrant)) return usernameTaken;
  const plans = await checkRegisteredPlans(context.database, portal, answers);
  if (!plans.ok) return fail(invalidInput(plans.error));
  const namesOrganization = portal.registration.steps.some((step) => step.checksEligibility === true);
  if (!namesOrganization || !associates(portal)) return ok(null);
  const match = await matchForStranger(context, portal, answers, address);
  if (!match.ok) return match;
  return ok({ id: match.value.organization.id, matchedOn: match.value.matchedOn });
}
