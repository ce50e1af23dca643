import { fail, ok } from '../../src-shared/result.ts';
import type { PortalContext } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { accountOf } from './account-of.ts';
import { confirmAuthenticator, removeAuthenticator, startAuthenticator } from './authenticator.ts';
import { completeSignIn, type CompleteMigration } from './complete-sign-in.ts';
import { endSession } from './end-sessions.ts';
import { isLocked } from './is-locked.ts';
import { createPasswordVerifier } from './password-hash.ts';
import { refreshSession } from './refresh-session.ts';
import { resendVerification } from './resend-verification.ts';
import { sendPasscode } from './send-passcode.ts';
import { startSignIn } from './start-sign-in.ts';

type Name =
  | 'startSignIn'
  | 'sendPasscode'
  | 'completeSignIn'
  | 'refreshSession'
  | 'signOut'
  | 'account'
  | 'startAuthenticator'
  | 'confirmAuthenticator'
  | 'removeAuthenticator'
  | 'resendVerification';

/** Signing in and out, sessions, and the second factor (E1, E3). */
export function identityHandlers(context: PortalContext, completeMigration: CompleteMigration): Pick<Handlers, Name> {
  const verifier = createPasswordVerifier(context);
  return {
    startSignIn: (call) => startSignIn(context, verifier, call),
    sendPasscode: (call) => sendPasscode(context, call),
    completeSignIn: (call) => completeSignIn(context, { verifier, completeMigration }, call),
    refreshSession: (call) => refreshSession(context, call.params.portalId, call.body.refreshToken),
    async signOut({ caller }) {
      await context.database
        .transaction()
        .execute((transaction) => endSession(transaction, context.chance, caller.sessionId, 'signed-out'));
      return ok({});
    },
    async account({ caller }) {
      const row = await context.database
        .selectFrom('account')
        .selectAll()
        .where('id', '=', caller.accountId)
        .executeTakeFirst();
      if (row === undefined) return fail({ code: 'session_ended' });
      const account = accountOf(row, context.chance);
      return ok((await isLocked(context.database, context, row)) ? { ...account, status: 'locked' } : account);
    },
    startAuthenticator: ({ caller }) => startAuthenticator(context, caller),
    confirmAuthenticator: ({ caller, body }) => confirmAuthenticator(context, caller, body.code),
    removeAuthenticator: ({ caller, body }) => removeAuthenticator(context, caller, body.code),
    resendVerification: (call) => resendVerification(context, call),
  };
}
