import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import { validateAnswers, type Answers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { associates, type AssociatingPortal } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { matchForStranger } from '../registrations/match-for-stranger.ts';
import type { Call } from '../../handler.ts';
import { hasAdministrator } from './active-administrators.ts';
import { associateByRoute, checkProof } from './associate-by-route.ts';
import type { Newcomer } from './newcomer.ts';
import { readLinkedAccount } from './read-linked-accounts.ts';
import { recordAgreements } from './record-agreements.ts';
import {
  keepSubmission,
  lockSubmission,
  organizationOf,
  recallSubmission,
  submissionOf,
  type Submission,
} from './submission.ts';

/**
 * Links one more provider ID to the caller's account (C8). It takes effect at once: the caller's email address is confirmed.
 * At portals that ask for a proof it goes the way that the caller has chosen (D6-D8).
 */
export async function linkAccount(
  context: PortalContext,
  call: Call<typeof linkedAccountRoutes.linkAccount>,
): Promise<Result<LinkedAccount>> {
  const { caller } = call;
  const portal = findPortal(call.params.portalId);
  if (portal === undefined || !associates(portal)) return fail({ code: 'not_found' });
  const answers = validateAnswers(portal.linkAccount.steps, call.body.answers, portal.passwordPolicy);
  if (!answers.ok) return fail(invalidInput(answers.error));
  const submission = submissionOf(context, call.body.id, ['link', portal.id, caller.accountId], answers.value);
  const known = await recallSubmission(context.database, submission);
  if (!known.ok) return known;
  if (known.value !== null)
    return ok(await readLinkedAccount(context.database, context, caller.accountId, organizationOf(known.value)));

  const match = await matchForStranger(context, portal, answers.value, call.address);
  if (!match.ok) return match;
  const newcomer: Newcomer = {
    accountId: caller.accountId,
    name: caller.name,
    organizationId: match.value.organization.id,
    matchedOn: match.value.matchedOn,
  };
  const proven = await checkProof(context, portal, newcomer, answers.value);
  if (!proven.ok) return proven;
  return context.database
    .transaction()
    .execute((transaction) => link(transaction, context, { portal, newcomer, submission, answers: answers.value }));
}

interface Link {
  readonly portal: AssociatingPortal;
  readonly newcomer: Newcomer;
  readonly submission: Submission;
  readonly answers: Answers;
}

async function link(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { portal, newcomer, submission, answers }: Link,
): Promise<Result<LinkedAccount>> {
  const { accountId, organizationId, matchedOn } = newcomer;
  const known = await lockSubmission(transaction, submission);
  if (!known.ok) return known;
  if (known.value === null) {
    const hadAdministrator = await hasAdministrator(transaction, organizationId);
    const associated = await associateByRoute(transaction, context, portal, newcomer, answers);
    if (!associated.ok) return associated;
    await recordAgreements(transaction, context, portal.linkAccount.steps, { accountId, organizationId });
    await keepSubmission(transaction, submission, {
      accountId,
      organizationId,
      matchedOn,
      hasAdministrator: hadAdministrator,
      createdAt: context.chance.now(),
      completedAt: context.chance.now(),
    });
  }
  return ok(await readLinkedAccount(transaction, context, accountId, organizationId));
}
