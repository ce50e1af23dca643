import type { registrationRoutes } from '../../src-shared/portal-api/registration.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Call } from '../handler.ts';
import { sendVerificationEmail } from './send-verification-email.ts';
import { verificationCounters } from './sign-in-limits.ts';
import { takeAttempt } from './take-attempt.ts';

type Route = typeof registrationRoutes.resendVerification;

/** Sends the link once more to an address that waits for it; the answer is the same for every other address. */
export async function resendVerification(
  context: PortalContext,
  { params: { portalId }, body: { email }, address }: Call<Route>,
): Promise<Result<Record<string, never>>> {
  for (const { key, limit } of verificationCounters(context, portalId, email, address)) {
    const allowed = await takeAttempt(context.database, context, key, limit);
    if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  }
  await context.database.transaction().execute(async (transaction) => {
    const account = await transaction
      .selectFrom('account')
      .select(['id', 'portal_id as portalId', 'email', 'first_name as firstName'])
      .where('portal_id', '=', portalId)
      .where('email', '=', email)
      .where('email_verified_at', 'is', null)
      .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', context.chance.now())]))
      .executeTakeFirst();
    if (account !== undefined) await sendVerificationEmail(transaction, context, account);
  });
  return ok({});
}
