import { maskEmail } from '../../src-shared/domain/email.ts';
import { passcodeLifeMs, passcodeResendAfterMs } from '../../src-shared/domain/passcode.ts';
import type { identityRoutes, SentPasscode } from '../../src-shared/portal-api/identity.ts';
import type { RouteAnswer } from '../../src-shared/portal-api/route.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import type { Call } from '../handler.ts';
import { addressInUseLetter } from '../mail/migration-letters.ts';
import { passcodeLetter } from '../mail/letters.ts';
import { queueEmail } from '../mail/queue-email.ts';
import { otherOwnerOf } from './address-owner.ts';
import { lockSignIn, type OpenSignIn } from './lock-sign-in.ts';
import { migrationStanding } from './migration-standing.ts';
import { hashPasscode, newPasscode } from './passcode.ts';
import { passcodeEmailCounter } from './sign-in-limits.ts';
import { takeAttempt } from './take-attempt.ts';

type Route = typeof identityRoutes.sendPasscode;

/**
 * Emails a code to the sign-in's account (E1); an earlier one no longer serves, and the tries count on. Not before 30
 * seconds after the last one, and 20 an hour for an account: `rate_limited`.
 */
export function sendPasscode(
  context: PortalContext,
  { params: { portalId, signInId } }: Call<Route>,
): Promise<Result<RouteAnswer<Route>>> {
  const { chance } = context;
  return context.database.transaction().execute(async (transaction) => {
    const found = await lockSignIn(transaction, chance, portalId, signInId);
    if (!found.ok) return found;
    const { signIn, account } = found.value;
    const portal = findPortal(portalId);
    if (portal === undefined) return fail({ code: 'not_found' });
    const standing = migrationStanding(account, chance);
    if (standing === 'overdue') return fail({ code: 'migration_overdue' });
    if (standing === 'due' && signIn.migration_email === null) return fail({ code: 'sign_in_expired' });
    return emailPasscode(transaction, context, portal, found.value);
  });
}

/**
 * The same for a sign-in that the caller has locked. The code goes to the address that the account is to move to, where
 * there is one (E2). Its owner gets a letter instead, where that is somebody else: no code then completes the sign-in.
 */
export async function emailPasscode(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  { signIn, account }: OpenSignIn,
): Promise<Result<SentPasscode>> {
  const { chance } = context;
  const now = chance.now();
  const sentMsAgo = now.getTime() - (signIn.passcode_sent_at?.getTime() ?? 0);
  if (sentMsAgo < passcodeResendAfterMs) {
    return fail({ code: 'rate_limited', retryAfterMs: passcodeResendAfterMs - sentMsAgo });
  }
  const counter = passcodeEmailCounter(account.id);
  const allowed = await takeAttempt(transaction, context, counter.key, counter.limit);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  const code = newPasscode(chance);
  const codeEnds = new Date(now.getTime() + passcodeLifeMs);
  const expiresAt = codeEnds < signIn.expires_at ? codeEnds : signIn.expires_at;
  await transaction
    .updateTable('sign_in')
    .set({
      passcode_hash: hashPasscode(context, signIn.id, code),
      passcode_expires_at: expiresAt,
      passcode_sent_at: now,
    })
    .where('id', '=', signIn.id)
    .execute();
  const to = signIn.migration_email ?? account.email;
  const owner = await otherOwnerOf(transaction, account, to);
  const letter =
    owner === undefined
      ? passcodeLetter({ portal, firstName: account.first_name, code })
      : addressInUseLetter({ portal, firstName: owner.first_name });
  await queueEmail(transaction, context, { to, letter });
  return ok({
    emailHint: maskEmail(to),
    expiresAt: expiresAt.toISOString(),
    resendAfterMs: passcodeResendAfterMs,
  });
}
