import { passwordProblem } from '../../../src-shared/domain/password.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { passwordRoutes } from '../../../src-shared/portal-api/passwords.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { hashPassword, type PasswordVerifier } from '../../identity/password-hash.ts';
import { forgivePasswordTries, takePasswordTry } from '../../identity/try-password.ts';
import { putPassword } from './put-password.ts';

type Route = typeof passwordRoutes.changePassword;

/**
 * Change Password of a signed-in person (E5). A wrong current password counts as one at the sign-in does:
 * `wrong_credentials`, then `locked_out`. What the portal's policy has against the new one is told at `newPassword`.
 */
export async function changePassword(
  context: PortalContext,
  verifier: PasswordVerifier,
  { caller, body: { currentPassword, newPassword }, address }: Call<Route>,
): Promise<Result<Record<string, never>>> {
  const portal = findPortal(caller.portalId);
  if (portal === undefined) return fail({ code: 'not_found' });
  const problem = passwordProblem(newPassword, portal.passwordPolicy, caller.email);
  if (problem !== null) return fail(invalidInput([{ path: 'newPassword', code: problem }]));
  const tried = { portalId: caller.portalId, signInName: caller.email, email: caller.email, address };
  const taken = await takePasswordTry(context, tried);
  if (!taken.ok) return taken;
  const { password_hash: checkedHash } = await context.database
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', caller.accountId)
    .executeTakeFirstOrThrow();
  const wrong = fail({ code: 'wrong_credentials', triesLeft: taken.value.triesLeft } as const);
  if (!(await verifier.matches(checkedHash, currentPassword))) return wrong;
  await forgivePasswordTries(context, tried);
  // hashing takes long on purpose: not while the account is locked
  const passwordHash = await hashPassword(context, newPassword);
  return context.database.transaction().execute(async (transaction) => {
    const account = await transaction
      .selectFrom('account')
      .selectAll()
      .where('id', '=', caller.accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // somebody set another one meanwhile: what was entered is the current one no more
    if (account.password_hash !== checkedHash) return wrong;
    await putPassword(transaction, context, account, {
      passwordHash,
      action: 'change-password',
      keptSessionId: caller.sessionId,
    });
    return ok({});
  });
}
