import { invalidInput } from '../../../src-shared/errors.ts';
import type { registrationRoutes } from '../../../src-shared/portal-api/registration.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { matchForStranger } from './match-for-stranger.ts';
import type { ProviderMatch } from '../../directory/match-provider.ts';
import type { Call } from '../../handler.ts';
import { hashPassword } from '../../identity/password-hash.ts';
import { verificationCounters } from '../../identity/sign-in-limits.ts';
import { takeAttempt } from '../../identity/take-attempt.ts';
import { hasAdministrator } from '../linked-accounts/active-administrators.ts';
import { recordAgreements } from '../linked-accounts/record-agreements.ts';
import {
  keepSubmission,
  lockSubmission,
  recallSubmission,
  submissionOf,
  type Submission,
} from '../linked-accounts/submission.ts';
import { accountFor } from './account-for.ts';
import { registrantOf, type Registrant } from './registrant.ts';

type Registered = RouteAnswer<typeof registrationRoutes.register>;

/**
 * Registers an account, whose association waits until the email address is confirmed. Somebody whose address has
 * an account already learns that by email alone: the answer, and the work behind it, are the same for everybody. [ours]
 */
export async function register(
  context: PortalContext,
  call: Call<typeof registrationRoutes.register>,
): Promise<Result<Registered>> {
  const portal = findPortal(call.params.portalId);
  if (portal === undefined) return fail({ code: 'not_found' });
  const answers = validateAnswers(portal.registration.steps, call.body.answers, portal.passwordPolicy);
  if (!answers.ok) return fail(invalidInput(answers.error));
  const registrant = registrantOf(answers.value);
  const submission = submissionOf(context, call.body.id, ['register', portal.id], answers.value);
  const known = await recallSubmission(context.database, submission);
  if (!known.ok) return known;
  if (known.value !== null) return ok({ email: registrant.email, hasAdministrator: known.value.hasAdministrator });

  const match = await matchForStranger(context, portal, answers.value, call.address);
  if (!match.ok) return match;
  for (const { key, limit } of verificationCounters(context, portal.id, registrant.email, call.address)) {
    const allowed = await takeAttempt(context.database, context, key, limit);
    if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  }
  const passwordHash = await hashPassword(context, registrant.password);
  return context.database
    .transaction()
    .execute((transaction) =>
      keep(transaction, context, { portal, submission, registrant, passwordHash, match: match.value }),
    );
}

interface Registration {
  readonly portal: PortalDefinition;
  readonly submission: Submission;
  readonly registrant: Registrant;
  readonly passwordHash: string;
  readonly match: ProviderMatch;
}

async function keep(
  transaction: DatabaseTransaction,
  context: PortalContext,
  registration: Registration,
): Promise<Result<Registered>> {
  const { portal, submission, registrant, match } = registration;
  const { email } = registrant;
  const known = await lockSubmission(transaction, submission);
  if (!known.ok) return known;
  if (known.value !== null) return ok({ email, hasAdministrator: known.value.hasAdministrator });

  const organizationId = match.organization.id;
  const hasOne = await hasAdministrator(transaction, organizationId);
  const account = await accountFor(transaction, context, portal, registrant, registration.passwordHash);
  if (account.isRegistered)
    await recordAgreements(transaction, context, portal.registration.steps, { accountId: account.id, organizationId });
  await keepSubmission(transaction, context, submission, {
    accountId: account.id,
    organizationId,
    matchedOn: match.matchedOn,
    hasAdministrator: hasOne,
    // nothing happens to the account of somebody who may not have been here at all
    completedAt: account.isRegistered ? null : context.chance.now(),
  });
  return ok({ email, hasAdministrator: hasOne });
}
