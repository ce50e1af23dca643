import { maskEmail } from '../../src-shared/domain/email.ts';
import type { PasscodeMethod } from '../../src-shared/domain/passcode.ts';
import type { identityRoutes } from '../../src-shared/portal-api/identity.ts';
import type { RouteAnswer } from '../../src-shared/portal-api/route.ts';
import { findPortal } from '../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Call } from '../handler.ts';
import type { AccountRow } from './account-of.ts';
import type { PasswordVerifier } from './password-hash.ts';
import { addressCounter, factorCounters } from './sign-in-limits.ts';
import { checkAttempts, takeAttempt } from './take-attempt.ts';
import { forgivePasswordTries, takePasswordTry } from './try-password.ts';

type Route = typeof identityRoutes.startSignIn;

/** Long enough for a slow email and a few tries. */
const signInLifeMs = 30 * 60_000;

/**
 * Checks email and password (E1). An unknown address, a wrong password and their tenth repeat look the same. Only who
 * knows the password learns that the address is unconfirmed. `locked_out` after ten wrong tries; `rate_limited` when
 * too many come from one network address.
 */
export async function startSignIn(
  context: PortalContext,
  verifier: PasswordVerifier,
  { params: { portalId }, body, address }: Call<Route>,
): Promise<Result<RouteAnswer<Route>>> {
  const fromAddress = addressCounter(context, address);
  const allowed = await takeAttempt(context.database, context, fromAddress.key, fromAddress.limit);
  if (!allowed.ok) return fail({ code: 'rate_limited', ...allowed.error });
  const tried = { portalId, email: body.email, address };
  const taken = await takePasswordTry(context, tried);
  if (!taken.ok) return taken;
  const account = await context.database
    .selectFrom('account')
    .selectAll()
    .where('portal_id', '=', portalId)
    .where('email', '=', body.email)
    .executeTakeFirst();
  const matches = await verifier.matches(account?.password_hash ?? null, body.password);
  if (account === undefined || !matches) return fail({ code: 'wrong_credentials', triesLeft: taken.value.triesLeft });
  await forgivePasswordTries(context, tried);
  if (account.email_verified_at === null) return fail({ code: 'email_unverified' });
  for (const { key, limit } of factorCounters(account.id)) {
    const free = await checkAttempts(context.database, context, key, limit);
    if (!free.ok) return fail({ code: 'locked_out', ...free.error });
  }
  return ok(await keepSignIn(context, account, body.device));
}

async function keepSignIn(
  { database, chance }: PortalContext,
  account: AccountRow,
  device: string,
): Promise<RouteAnswer<Route>> {
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
      expires_at: expiresAt,
      completed_at: null,
    })
    .execute();
  return {
    signInId,
    methods: methodsOf(account),
    emailHint: maskEmail(account.email),
    expiresAt: expiresAt.toISOString(),
  };
}

/** The authenticator app comes first for those who set one up. */
export function methodsOf(account: Pick<AccountRow, 'portal_id' | 'authenticator_since'>): PasscodeMethod[] {
  const offered = findPortal(account.portal_id)?.passcodeMethods ?? [];
  const preferred: readonly PasscodeMethod[] =
    account.authenticator_since === null ? ['email'] : ['authenticator', 'email'];
  return preferred.filter((method) => offered.includes(method));
}
