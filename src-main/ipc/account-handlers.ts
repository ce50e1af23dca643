import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import { done, type AccountHandlers } from './handlers.ts';

export const accountHandlers = ({ accounts, signIns }: Desk): AccountHandlers => ({
  'accounts.list': () => ok(accounts.list()),
  'accounts.activate': ({ accountId }) => done(accounts.activate(accountId)),
  'accounts.checkEligibility': (input) => signIns.checkEligibility(input),
  'accounts.findProviders': (input) => signIns.findProviders(input),
  'accounts.findHealthPlans': (input) => signIns.findHealthPlans(input),
  'accounts.register': (input) => signIns.register(input),
  'accounts.resendVerification': (input) => signIns.resendVerification(input),
  'accounts.requestPasswordReset': (input) => signIns.requestPasswordReset(input),
  'accounts.startSignIn': (input) => signIns.start(input),
  'accounts.sendPasscode': (input) => signIns.sendPasscode(input),
  'accounts.startMigration': (input) => signIns.startMigration(input),
  'accounts.completeSignIn': (input) => signIns.complete(input),
  'accounts.signOut': async ({ accountId }) => done(await accounts.signOut(accountId)),
  'accounts.remove': async ({ accountId }) => done(await accounts.remove(accountId)),
  'accounts.changePassword': async (input) => done(await accounts.changePassword(input)),
  'accounts.startAuthenticator': ({ accountId }) => accounts.startAuthenticator(accountId),
  'accounts.confirmAuthenticator': ({ accountId, code }) => accounts.confirmAuthenticator(accountId, code),
  'accounts.removeAuthenticator': ({ accountId, code }) => accounts.removeAuthenticator(accountId, code),
});
