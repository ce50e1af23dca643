import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DeskError } from '../../src-shared/errors.ts';
import type { PortalContext } from '../context.ts';
import { distributedPasswordCounter, passwordCounter, type Counter } from './sign-in-limits.ts';
import { forgiveAttempts, takeAttempt } from './take-attempt.ts';

/** Whose password is tried, and from which network address. */
export interface PasswordTry {
  readonly portalId: string;
  /** The email address or username that was entered. */
  readonly signInName: string;
  /** The account's email address; what was entered where there is no account. */
  readonly email: string;
  readonly address: string;
}

/** Counts a try before the password is checked, so that guesses made at the same moment count too; `locked_out` after too many. */
export async function takePasswordTry(
  context: PortalContext,
  tried: PasswordTry,
): Promise<Result<{ triesLeft: number }, DeskError>> {
  let triesLeft = Number.POSITIVE_INFINITY;
  for (const { key, limit } of countersOf(context, tried)) {
    const taken = await takeAttempt(context.database, context, key, limit);
    if (!taken.ok) return fail({ code: 'locked_out', ...taken.error });
    triesLeft = Math.min(triesLeft, taken.value.attemptsLeft);
  }
  return ok({ triesLeft });
}

/** After a right one. */
export const forgivePasswordTries = (context: PortalContext, tried: PasswordTry): Promise<void> =>
  forgiveAttempts(
    context.database,
    countersOf(context, tried).map(({ key }) => key),
  );

const countersOf = (
  context: PortalContext,
  { portalId, signInName, email, address }: PasswordTry,
): readonly Counter[] => [
  passwordCounter(context, portalId, signInName, address),
  distributedPasswordCounter(context, portalId, email),
];
