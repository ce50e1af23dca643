import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { takeAttempt, type AttemptLimit } from '../../identity/take-attempt.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readLinkedAccount } from '../linked-accounts/read-linked-accounts.ts';
import { lockMailedPin } from './lock-mailed-pin.ts';

/** Each is a letter that somebody prints and mails. [ours] */
const perDay: AttemptLimit = { limit: 3, windowMs: 24 * 60 * 60_000 };

/** Asks for another PIN by mail (D8); the one before no longer serves. Fails as `lockMailedPin`, and with `rate_limited`. */
export async function requestPin(
  context: PortalContext,
  { params, caller }: Call<typeof linkedAccountRoutes.requestPin>,
): Promise<Result<LinkedAccount>> {
  const portal = findPortal(params.portalId);
  if (portal?.proofs === undefined || caller.portalId !== portal.id) return fail({ code: 'not_found' });
  return context.database.transaction().execute(async (transaction) => {
    const found = await lockMailedPin(transaction, caller, params.linkedAccountId);
    if (!found.ok) return found;
    const { organizationId, pin } = found.value;
    const allowed = await takeAttempt(transaction, context, `pin-request:${pin.membership_id}`, perDay);
    if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
    await transaction
      .updateTable('mailed_pin')
      .set({
        requested_at: context.chance.now(),
        mailed_at: null,
        pin_hash: null,
        expires_at: null,
        wrong_tries: 0,
      })
      .where('membership_id', '=', pin.membership_id)
      .execute();
    await writeAudit(transaction, context, {
      organizationId,
      accountId: caller.accountId,
      actor: caller.name,
      commandId: null,
      action: 'request-pin',
      subjectKind: 'linked-account',
      subjectId: pin.membership_id,
      before: { status: 'awaiting-pin' },
      after: { status: 'awaiting-pin' },
    });
    return ok(await readLinkedAccount(transaction, context, caller.accountId, organizationId));
  });
}
