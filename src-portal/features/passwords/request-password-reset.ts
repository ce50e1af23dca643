import { z } from 'zod';
import type { passwordRoutes } from '../../../src-shared/portal-api/passwords.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { accountStatus } from '../../identity/account-of.ts';
import { passwordResetCounters } from '../../identity/sign-in-limits.ts';
import { takeAttempt } from '../../identity/take-attempt.ts';
import type { JobHandler } from '../../jobs/job-handler.ts';
import { seal, unseal } from '../../seal.ts';
import { sendPasswordReset } from './send-password-reset.ts';

type Route = typeof passwordRoutes.requestPasswordReset;

const requestSchema = z.strictObject({ portalId: z.string(), email: z.string() });

/**
 * Takes a request for a Password Reset email (E5). Whether there is an account is looked up later, by the job: answer,
 * work and time are the same for every address. `rate_limited` after too many for one address or from one.
 */
export async function requestPasswordReset(
  context: PortalContext,
  { params: { portalId }, body: { email }, address }: Call<Route>,
): Promise<Result<Record<string, never>>> {
  for (const { key, limit } of passwordResetCounters(context, portalId, email, address)) {
    const allowed = await takeAttempt(context.database, context, key, limit);
    if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  }
  const request: z.input<typeof requestSchema> = { portalId, email };
  await context.database
    .transaction()
    .execute((transaction) =>
      context.jobs.enqueue(transaction, 'send-password-reset', { sealed: seal(context, JSON.stringify(request)) }),
    );
  return ok({});
}

/** Sends what was asked for where there is an account, and nothing elsewhere. */
export const sendPasswordResetJob =
  (context: PortalContext): JobHandler<'send-password-reset'> =>
  ({ sealed }) => {
    const { portalId, email } = requestSchema.parse(JSON.parse(unseal(context, sealed)));
    return Promise.resolve({
      status: 'done',
      effect: async (transaction) => {
        const account = await transaction
          .selectFrom('account')
          .selectAll()
          .where('portal_id', '=', portalId)
          .where('email', '=', email)
          .executeTakeFirst();
        // a new password would not bring an expired one back (A9)
        if (account !== undefined && accountStatus(account, context.chance) !== 'expired')
          await sendPasswordReset(transaction, context, account, null);
      },
    });
  };
