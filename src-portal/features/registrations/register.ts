import { invalidInput } from '../../../src-shared/errors.ts';
import type { registrationRoutes } from '../../../src-shared/portal-api/registration.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { verificationCounters } from '../../identity/sign-in-limits.ts';
import { takeAttempt } from '../../identity/take-attempt.ts';
import { keepRegisteredPlans } from '../health-plans/registered-plans.ts';
import { hasAdministrator } from '../linked-accounts/active-administrators.ts';
import { recordAgreements } from '../linked-accounts/record-agreements.ts';
import {
  keepSubmission,
  lockSubmission,
  recallSubmission,
  submissionOf,
  type RecalledEffect,
  type Submission,
} from '../linked-accounts/submission.ts';
import { accountFor } from './account-for.ts';
import { checkNewcomer, usernameTaken, type NamedOrganization } from './check-newcomer.ts';
import { registrantOf, type Registrant } from './registrant.ts';
import { secretsOf, type Secrets } from './secrets-of.ts';
import { unusedUntil } from './unused-until.ts';
import { isUsernameTaken, lockUsername } from './username-taken.ts';

type Registered = RouteAnswer<typeof registrationRoutes.register>;

/**
 * Registers an account. Where the portal asks for the organization right away, the association waits until the email
 * address is confirmed. Somebody whose address has an account already learns that by email alone: the answer, and the work
 * behind it, are the same for everybody. A username that somebody has is told as `taken` (A3, D4). [ours]
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
  if (known.value !== null) return ok(registered(portal, registrant, known.value));

  const checked = await checkNewcomer(context, portal, { registrant, answers: answers.value, address: call.address });
  if (!checked.ok) return checked;
  for (const { key, limit } of verificationCounters(context, portal.id, registrant.email, call.address)) {
    const allowed = await takeAttempt(context.database, context, key, limit);
    if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  }
  const registration: Registration = {
    portal,
    submission,
    registrant,
    answers: answers.value,
    secrets: await secretsOf(context, registrant),
    organization: checked.value,
  };
  return context.database.transaction().execute((transaction) => keep(transaction, context, registration));
}

interface Registration {
  readonly portal: PortalDefinition;
  readonly submission: Submission;
  readonly registrant: Registrant;
  readonly answers: Answers;
  readonly secrets: Secrets;
  /** Null where none was named. */
  readonly organization: NamedOrganization | null;
}

async function keep(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { portal, submission, registrant, answers, secrets, organization }: Registration,
): Promise<Result<Registered>> {
  const known = await lockSubmission(transaction, submission);
  if (!known.ok) return known;
  if (known.value !== null) return ok(registered(portal, registrant, known.value));
  await lockUsername(transaction, portal, registrant.username);
  if (await isUsernameTaken(transaction, context, portal, registrant)) return usernameTaken;

  const organizationId = organization?.id ?? null;
  const account = await accountFor(transaction, context, portal, registrant, secrets);
  if (account.isRegistered) {
    const accountId = account.id;
    await recordAgreements(transaction, context, portal.registration.steps, { accountId, organizationId });
    await keepRegisteredPlans(transaction, context, { accountId, portalId: portal.id, answers });
  }
  const effect = {
    accountId: account.id,
    organizationId,
    matchedOn: organization?.matchedOn ?? [],
    hasAdministrator: organizationId !== null && (await hasAdministrator(transaction, organizationId)),
    createdAt: context.chance.now(),
  };
  // nothing happens to the account of somebody who may not have been here at all
  const completedAt = account.isRegistered && organizationId !== null ? null : effect.createdAt;
  await keepSubmission(transaction, submission, { ...effect, completedAt });
  return ok(registered(portal, registrant, effect));
}

const registered = (
  portal: PortalDefinition,
  { email }: Registrant,
  effect: Pick<RecalledEffect, 'hasAdministrator' | 'createdAt'>,
): Registered => ({
  email,
  hasAdministrator: effect.hasAdministrator,
  useBy: unusedUntil(portal, effect.createdAt)?.toISOString() ?? null,
});
