import { maskEmail } from '../../src-shared/domain/email.ts';
import type { PasscodeMethod } from '../../src-shared/domain/passcode.ts';
import type { identityRoutes } from '../../src-shared/portal-api/identity.ts';
import type { RouteAnswer } from '../../src-shared/portal-api/route.ts';
import { isEmailAddress } from '../../src-shared/domain/username.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Call } from '../handler.ts';
import { accountStatus, type AccountRow } from './account-of.ts';
import type { PasswordVerifier } from './password-hash.ts';
import { migrationStanding } from './migration-standing.ts';
import { secretQuestionOf } from './secret-question.ts';
import { addressCounter, factorCounters } from './sign-in-limits.ts';
import { checkAttempts, takeAttempt } from './take-attempt.ts';
import { forgivePasswordTries, takePasswordTry } from './try-password.ts';

type Route = typeof identityRoutes.startSignIn;

/** Long enough for a slow email and a few tries. */
const signInLifeMs = 30 * 60_000;

/**
 * Checks password and username or email address (E1). An unknown name, a wrong password and their tenth repeat look the
 * same. Only who knows the password learns that the address is unconfirmed, that the portal has not verified the account
 * yet (A8), that it has expired (A9), or that the days for its move to a second factor are over (E2). `locked_out` after ten wrong tries; `rate_limited` when too many come from one
 * network address.
 */
export async function startSignIn(
  context: PortalContext,
  verifier: PasswordVerifier,
  { params: { portalId }, body, address }: Call<Route>,
): Promise<Result<RouteAnswer<Route>>> {
  const fromAddress = addressCounter(context, address);
  const allowed = await takeAttempt(context.database, context, fromAddress.key, fromAddress.limit);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  const account = await context.database
    .selectFrom('account')
    .selectAll()
    .where('portal_id', '=', portalId)
    .where(isEmailAddress(body.username) ? 'email' : 'username', '=', body.username)
    .executeTakeFirst();
  const tried = { portalId, signInName: body.username, email: account?.email ?? body.username, address };
  const taken = await takePasswordTry(context, tried);
  if (!taken.ok) return taken;
  const matches = await verifier.matches(account?.password_hash ?? null, body.password);
  if (account === undefined || !matches) return fail({ code: 'wrong_credentials', triesLeft: taken.value.triesLeft });
  await forgivePasswordTries(context, tried);
  const status = accountStatus(account, context.chance);
  if (status !== 'active') return fail({ code: closedBy[status] });
  for (const { key, limit } of factorCounters(account.id)) {
    const free = await checkAttempts(context.database, context, key, limit);
    if (!free.ok) return fail({ code: 'locked_out', ...free.error });
  }
  const standing = migrationStanding(account, context.chance);
  if (standing === 'overdue') return fail({ code: 'migration_overdue' });
  return ok(await keepSignIn(context, account, body.device));
}

const closedBy = {
  'email-unverified': 'email_unverified',
  'awaiting-verification': 'awaiting_verification',
  expired: 'account_expired',
} as const;

async function keepSignIn(
  { database, chance }: PortalContext,
  account: AccountRow,
  device: string,
): Promise<RouteAnswer<Route>> {
  const migrates = migrationStanding(account, chance) !== 'none';
  const question = migrates ? null : await secretQuestionOf(database, account);
  const signInId = chance.newId();
  const expiresAt = new Date(chance.now().getTime() + signInLifeMs);
  await database
    .insertInto('sign_in')
    .values({
      id: signInId,
      account_id: account.id,
      device,
      passcode_hash: null,
      passcode_expires_at: null,
      passcode_sent_at: null,
      secret_question_place: question?.place ?? null,
      expires_at: expiresAt,
      completed_at: null,
    })
    .execute();
  const begun = { signInId, expiresAt: expiresAt.toISOString() };
  if (migrates && account.migration_due_at !== null) {
    return { next: 'migration', ...begun, dueAt: account.migration_due_at.toISOString() };
  }
  const methods = [...methodsOf(account), ...(question === null ? [] : (['secret-question'] as const))];
  return { next: 'passcode', ...begun, methods, emailHint: maskEmail(account.email), question: question?.text ?? null };
}

/** The ways to a passcode; the authenticator app comes first for those who set one up. */
export function methodsOf(account: Pick<AccountRow, 'portal_id' | 'authenticator_since'>): PasscodeMethod[] {
  const offered = findPortal(account.portal_id)?.passcodeMethods ?? [];
  const preferred: readonly PasscodeMethod[] =
    account.authenticator_since === null ? ['email'] : ['authenticator', 'email'];
  return preferred.filter((method) => offered.includes(method));
}
