import { passwordProblem } from '../../../src-shared/domain/password.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import type { identityRoutes, SentPasscode } from '../../../src-shared/portal-api/identity.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { lockSignIn, type OpenSignIn } from '../../identity/lock-sign-in.ts';
import { migrationStanding } from '../../identity/migration-standing.ts';
import { hashPassword } from '../../identity/password-hash.ts';
import { emailPasscode } from '../../identity/send-passcode.ts';

type Route = typeof identityRoutes.startMigration;

/**
 * Names the address and the password that the account is to have once it moves to a second factor (E2), and emails a
 * passcode to that address. Nothing of the account changes before the passcode is entered. An address of another account
 * is answered like a free one; its owner learns of it by email. `migration_overdue` once the days are over.
 */
export async function startMigration(
  context: PortalContext,
  { params: { portalId, signInId }, body: { email, password } }: Call<Route>,
): Promise<Result<SentPasscode>> {
  const portal = findPortal(portalId);
  if (portal === undefined) return fail({ code: 'not_found' });
  const lock = (transaction: DatabaseTransaction) => lockMigrating(transaction, context, portalId, signInId);
  const known = await context.database.transaction().execute(lock);
  if (!known.ok) return known;
  const problem = passwordProblem(password, portal.passwordPolicy, email);
  if (problem !== null) return fail(invalidInput([{ path: 'password', code: problem }]));
  // hashing takes long on purpose: not while the account is locked
  const passwordHash = await hashPassword(context, password);
  return context.database.transaction().execute(async (transaction) => {
    const found = await lock(transaction);
    if (!found.ok) return found;
    const { signIn, account } = found.value;
    const chosen = { migration_email: email, migration_password_hash: passwordHash };
    const sent = await emailPasscode(transaction, context, portal, { signIn: { ...signIn, ...chosen }, account });
    if (!sent.ok) return sent;
    await transaction.updateTable('sign_in').set(chosen).where('id', '=', signInId).execute();
    return sent;
  });
}

/** A sign-in whose account has to move; another one has nothing to start: `sign_in_expired`. */
async function lockMigrating(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  portalId: string,
  signInId: string,
): Promise<Result<OpenSignIn>> {
  const found = await lockSignIn(transaction, chance, portalId, signInId);
  if (!found.ok) return found;
  const standing = migrationStanding(found.value.account, chance);
  if (standing === 'overdue') return fail({ code: 'migration_overdue' });
  return standing === 'none' ? fail({ code: 'sign_in_expired' }) : ok(found.value);
}
