import { passcodeTries } from '../../src-shared/domain/passcode.ts';
import type { DeskError } from '../../src-shared/errors.ts';
import type { identityRoutes, Session } from '../../src-shared/portal-api/identity.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import type { Call } from '../handler.ts';
import { authenticatorStep } from './authenticator-code.ts';
import { openSession } from './issue-session.ts';
import { lockSignIn, type OpenSignIn } from './lock-sign-in.ts';
import type { AccountRow } from './account-of.ts';
import { migrationStanding } from './migration-standing.ts';
import { hashPasscode, sameHash } from './passcode.ts';
import type { PasswordVerifier } from './password-hash.ts';
import { answersSecretQuestion } from './secret-question.ts';
import { methodsOf } from './start-sign-in.ts';
import { forgiveFactorTries, takeFactorTry } from './try-factor.ts';

type Route = typeof identityRoutes.completeSignIn;

/** Completes the move of the sign-in's account (E2), in its transaction; `sign_in_expired` where it can no longer be. */
export type CompleteMigration = (
  transaction: DatabaseTransaction,
  context: PortalContext,
  signIn: OpenSignIn,
) => Promise<Result<AccountRow>>;

/** What a second factor is checked with, and what follows. */
interface Completion {
  readonly verifier: PasswordVerifier;
  readonly completeMigration: CompleteMigration;
}

/**
 * Exchanges a second factor for a session. A wrong one says how many tries the sign-in has left; the fifth ends it
 * (`sign_in_expired` from then on). Wrong ones also count against the account: `locked_out`. A code serves once. Where the account has to move to a second factor first, the
 * code from its new address completes that too (E2).
 */
export function completeSignIn(
  context: PortalContext,
  { verifier, completeMigration }: Completion,
  { params: { portalId, signInId }, body }: Call<Route>,
): Promise<Result<Session>> {
  const { chance } = context;
  return context.database.transaction().execute(async (transaction) => {
    const found = await lockSignIn(transaction, chance, portalId, signInId);
    if (!found.ok) return found;
    const { signIn, account } = found.value;
    const standing = migrationStanding(account, chance);
    if (standing === 'overdue') return fail({ code: 'migration_overdue' });
    if (standing === 'due' && signIn.migration_email === null) return fail({ code: 'sign_in_expired' });
    if (body.method === 'email' && (signIn.passcode_expires_at ?? new Date(0)) <= chance.now()) {
      return fail({ code: 'passcode_expired' });
    }
    const taken = await takeFactorTry(transaction, context, account.id);
    if (!taken.ok) return taken;
    const right = await checkFactor(transaction, context, verifier, found.value, body);
    if (!right) return fail(await noteWrongTry(transaction, found.value, taken.value.triesLeft));
    await forgiveFactorTries(transaction, account.id);
    const now = chance.now();
    await transaction
      .updateTable('sign_in')
      .set({ completed_at: now, passcode_hash: null, migration_email: null, migration_password_hash: null })
      .where('id', '=', signInId)
      .execute();
    const moved = standing === 'none' ? ok(account) : await completeMigration(transaction, context, found.value);
    if (!moved.ok) return moved;
    // whoever has used it once keeps it (A9)
    const used = { last_sign_in_at: now, expires_at: null };
    await transaction.updateTable('account').set(used).where('id', '=', account.id).execute();
    const session = await openSession(transaction, chance, { ...moved.value, ...used }, signIn.device);
    await context.jobs.enqueue(transaction, 'tell-sign-in', { accountId: account.id });
    return ok(session);
  });
}

async function checkFactor(
  transaction: DatabaseTransaction,
  context: PortalContext,
  verifier: PasswordVerifier,
  { signIn, account }: OpenSignIn,
  { method, code }: Call<Route>['body'],
): Promise<boolean> {
  if (method === 'secret-question') {
    const place = signIn.secret_question_place;
    if (place === null) return false;
    return answersSecretQuestion(transaction, context, verifier, { account, place, answer: code });
  }
  if (!methodsOf(account).includes(method)) return false;
  if (method === 'email') {
    return signIn.passcode_hash !== null && sameHash(signIn.passcode_hash, hashPasscode(context, signIn.id, code));
  }
  if (account.authenticator_secret === null || signIn.migration_email !== null) return false;
  const step = authenticatorStep(context, account.authenticator_secret, code, account.authenticator_last_step);
  if (step === null) return false;
  await transaction
    .updateTable('account')
    .set({ authenticator_last_step: step })
    .where('id', '=', account.id)
    .execute();
  return true;
}

async function noteWrongTry(
  transaction: DatabaseTransaction,
  { signIn }: OpenSignIn,
  accountTriesLeft: number,
): Promise<DeskError> {
  const wrongTries = signIn.wrong_tries + 1;
  await transaction.updateTable('sign_in').set({ wrong_tries: wrongTries }).where('id', '=', signIn.id).execute();
  return { code: 'wrong_passcode', triesLeft: Math.min(passcodeTries - wrongTries, accountTriesLeft) };
}
