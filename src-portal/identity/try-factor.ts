import type { DeskError } from '../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { factorCounters } from './sign-in-limits.ts';
import { forgiveAttempts, takeAttempt } from './take-attempt.ts';

/**
 * Counts a try of a second factor against the account; the account's row is locked by the caller, so tries come one
 * after the other. `locked_out` once there were too many, over all sign-ins together.
 */
export async function takeFactorTry(
  transaction: DatabaseTransaction,
  context: PortalContext,
  accountId: string,
): Promise<Result<{ triesLeft: number }, DeskError>> {
  let triesLeft = Number.POSITIVE_INFINITY;
  for (const { key, limit } of factorCounters(accountId)) {
    const taken = await takeAttempt(transaction, context, key, limit);
    if (!taken.ok) return fail({ code: 'locked_out', ...taken.error });
    triesLeft = Math.min(triesLeft, taken.value.attemptsLeft);
  }
  return ok({ triesLeft });
}

/** After a right one. */
export const forgiveFactorTries = (transaction: DatabaseTransaction, accountId: string): Promise<void> =>
  forgiveAttempts(
    transaction,
    factorCounters(accountId).map(({ key }) => key),
  );
