import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import { validateAnswers } from '../../../src-shared/portals/answers.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { matchForStranger } from '../registrations/match-for-stranger.ts';
import type { ProviderMatch } from '../../directory/match-provider.ts';
import type { Call, Caller } from '../../handler.ts';
import { hasAdministrator } from './active-administrators.ts';
import { associate } from './associate.ts';
import { readLinkedAccount } from './read-linked-accounts.ts';
import { recordAgreements } from './record-agreements.ts';
import { keepSubmission, lockSubmission, recallSubmission, submissionOf, type Submission } from './submission.ts';

/** Links one more provider ID to the caller's account (C8). It takes effect at once: the caller's email address is confirmed. */
export async function linkAccount(
  context: PortalContext,
  call: Call<typeof linkedAccountRoutes.linkAccount>,
): Promise<Result<LinkedAccount>> {
  const { caller } = call;
  const portal = findPortal(call.params.portalId);
  if (portal === undefined) return fail({ code: 'not_found' });
  const answers = validateAnswers(portal.linkAccount.steps, call.body.answers, portal.passwordPolicy);
  if (!answers.ok) return fail(invalidInput(answers.error));
  const submission = submissionOf(context, call.body.id, ['link', portal.id, caller.accountId], answers.value);
  const known = await recallSubmission(context.database, submission);
  if (!known.ok) return known;
  if (known.value !== null)
    return ok(await readLinkedAccount(context.database, caller.accountId, known.value.organizationId));

  const match = await matchForStranger(context, portal, answers.value, call.address);
  if (!match.ok) return match;
  return context.database
    .transaction()
    .execute((transaction) => link(transaction, context, { portal, caller, submission, match: match.value }));
}

interface Link {
  readonly portal: PortalDefinition;
  readonly caller: Caller;
  readonly submission: Submission;
  readonly match: ProviderMatch;
}

async function link(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { portal, caller, submission, match }: Link,
): Promise<Result<LinkedAccount>> {
  const { accountId } = caller;
  const organizationId = match.organization.id;
  const known = await lockSubmission(transaction, submission);
  if (!known.ok) return known;
  if (known.value === null) {
    const hadAdministrator = await hasAdministrator(transaction, organizationId);
    const associated = await associate(transaction, context, portal, {
      accountId,
      name: caller.name,
      organizationId,
      matchedOn: match.matchedOn,
    });
    if (!associated.ok) return associated;
    await recordAgreements(transaction, context, portal.linkAccount.steps, { accountId, organizationId });
    await keepSubmission(transaction, context, submission, {
      accountId,
      organizationId,
      matchedOn: match.matchedOn,
      hasAdministrator: hadAdministrator,
      completedAt: context.chance.now(),
    });
  }
  return ok(await readLinkedAccount(transaction, accountId, organizationId));
}
