import { maskEmail } from '../../src-shared/domain/email.ts';
import { passcodeLifeMs, passcodeResendAfterMs } from '../../src-shared/domain/passcode.ts';
import type { identityRoutes } from '../../src-shared/portal-api/identity.ts';
import type { RouteAnswer } from '../../src-shared/portal-api/route.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Call } from '../handler.ts';
import { passcodeLetter } from '../mail/letters.ts';
import { queueEmail } from '../mail/queue-email.ts';
import { lockSignIn } from './lock-sign-in.ts';
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
        passcode_hash: hashPasscode(context, signInId, code),
        passcode_expires_at: expiresAt,
        passcode_sent_at: now,
      })
      .where('id', '=', signInId)
      .execute();
    const letter = passcodeLetter({ portal, firstName: account.first_name, code });
    await queueEmail(transaction, context, { to: account.email, letter });
    return ok({
      emailHint: maskEmail(account.email),
      expiresAt: expiresAt.toISOString(),
      resendAfterMs: passcodeResendAfterMs,
    });
  });
}
