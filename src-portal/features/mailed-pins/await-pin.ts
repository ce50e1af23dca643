import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Newcomer } from '../linked-accounts/newcomer.ts';
import { putMembership } from '../linked-accounts/put-membership.ts';
import { checkStanding, findMembership } from '../linked-accounts/standing.ts';

/**
 * Notes that the newcomer waits for a PIN by U.S. mail (D8), which the payer's staff prints and mails. The organization is
 * locked. Fails as `checkStanding`, and with `already_linked` for somebody who waits for one already.
 */
export async function awaitPin(
  transaction: DatabaseTransaction,
  context: PortalContext,
  newcomer: Newcomer,
): Promise<Result<null>> {
  const membership = await findMembership(transaction, newcomer);
  const standing = checkStanding(membership);
  if (!standing.ok) return standing;
  if (membership?.status === 'awaiting-pin') return fail({ code: 'already_linked' });
  const membershipId = await putMembership(transaction, context, newcomer, membership?.id, {
    role: 'user',
    permissions: [],
    status: 'awaiting-pin',
  });
  await transaction
    .insertInto('mailed_pin')
    .values({
      membership_id: membershipId,
      matched_on: [...newcomer.matchedOn],
      requested_at: context.chance.now(),
      mailed_at: null,
      pin_hash: null,
      expires_at: null,
    })
    .execute();
  await writeAudit(transaction, context, {
    organizationId: newcomer.organizationId,
    accountId: newcomer.accountId,
    actor: newcomer.name,
    commandId: null,
    action: 'request-pin',
    subjectKind: 'linked-account',
    subjectId: membershipId,
    before: null,
    after: { status: 'awaiting-pin' },
  });
  await context.hints.publish(transaction, { accountIds: [newcomer.accountId], hint: { about: 'linked-accounts' } });
  return ok(null);
}
