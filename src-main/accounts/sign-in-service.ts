import type { ProcedureInput as Input, ProcedureName, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { healthPlanRoutes } from '../../src-shared/portal-api/health-plans.ts';
import { identityRoutes, type Session } from '../../src-shared/portal-api/identity.ts';
import { passwordRoutes } from '../../src-shared/portal-api/passwords.ts';
import { registrationRoutes } from '../../src-shared/portal-api/registration.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { PortalClient } from '../connectors/service/portal-client.ts';
import { saveLinkedAccounts } from '../sync/linked-organizations.ts';
import type { SyncListener } from '../sync/sync-listener.ts';
import { deskAccount, type AccountDirectory } from './account-directory.ts';
import type { RunningAccounts } from './running-accounts.ts';

type Answer<Name extends ProcedureName> = Promise<Result<ProcedureOutput<Name>>>;

/** What happens before somebody is signed in. Passwords pass through and are not kept. */
export interface SignInService {
  checkEligibility(input: Input<'accounts.checkEligibility'>): Answer<'accounts.checkEligibility'>;
  findProviders(input: Input<'accounts.findProviders'>): Answer<'accounts.findProviders'>;
  findHealthPlans(input: Input<'accounts.findHealthPlans'>): Answer<'accounts.findHealthPlans'>;
  register(input: Input<'accounts.register'>): Answer<'accounts.register'>;
  resendVerification(input: Input<'accounts.resendVerification'>): Answer<'accounts.resendVerification'>;
  requestPasswordReset(input: Input<'accounts.requestPasswordReset'>): Answer<'accounts.requestPasswordReset'>;
  start(input: Input<'accounts.startSignIn'>): Answer<'accounts.startSignIn'>;
  sendPasscode(input: Input<'accounts.sendPasscode'>): Answer<'accounts.sendPasscode'>;
  startMigration(input: Input<'accounts.startMigration'>): Answer<'accounts.startMigration'>;
  /** Keeps the session in the keychain, then the account in the cache, makes it the active one and starts its sync. */
  complete(input: Input<'accounts.completeSignIn'>): Answer<'accounts.completeSignIn'>;
}

export interface SignInSettings {
  readonly cache: Cache;
  /** The portal service that new accounts live on. */
  readonly client: PortalClient;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly listener: SyncListener;
  readonly device: string;
}

export function createSignInService(settings: SignInSettings): SignInService {
  const { cache, client, directory, running, listener, device } = settings;

  function save({ account }: Session): void {
    cache.accounts.save(account, client.portalUrl);
    cache.accounts.setState(account.id, 'signed-in');
    // whoever signs in agrees to the portal's disclaimer anew
    cache.healthPlans.hide(account.id);
    directory.activate(account.id);
  }

  /** So that the window opens on the right organization; without an answer the sync asks again. */
  async function fetchLinkedAccounts(accountId: string): Promise<void> {
    const linked = await running.find(accountId)?.connector.linkedAccounts();
    if (linked?.ok === true) saveLinkedAccounts({ cache, accountId, listener }, linked.value);
  }

  return {
    checkEligibility: ({ portalId, answers }) =>
      client.callRoute(registrationRoutes.checkEligibility, { params: { portalId }, query: {}, body: { answers } }),

    findProviders: ({ portalId, npi }) =>
      client.callRoute(registrationRoutes.findProviders, { params: { portalId }, query: { npi }, body: {} }),

    findHealthPlans: ({ portalId, taxIds }) =>
      client.callRoute(healthPlanRoutes.findHealthPlans, { params: { portalId }, query: {}, body: { taxIds } }),

    register: ({ portalId, id, answers }) =>
      client.callRoute(registrationRoutes.register, { params: { portalId }, query: {}, body: { id, answers } }),

    resendVerification: ({ portalId, email }) =>
      client.callRoute(registrationRoutes.resendVerification, { params: { portalId }, query: {}, body: { email } }),

    requestPasswordReset: ({ portalId, email }) =>
      client.callRoute(passwordRoutes.requestPasswordReset, { params: { portalId }, query: {}, body: { email } }),

    start: ({ portalId, username, password }) =>
      client.callRoute(identityRoutes.startSignIn, {
        params: { portalId },
        query: {},
        body: { username, password, device },
      }),

    sendPasscode: ({ portalId, signInId }) =>
      client.callRoute(identityRoutes.sendPasscode, { params: { portalId, signInId }, query: {}, body: {} }),

    startMigration: ({ portalId, signInId, email, password }) =>
      client.callRoute(identityRoutes.startMigration, {
        params: { portalId, signInId },
        query: {},
        body: { email, password },
      }),

    async complete({ portalId, signInId, ...factor }) {
      const session = await client.callRoute(identityRoutes.completeSignIn, {
        params: { portalId, signInId },
        query: {},
        body: factor,
      });
      if (!session.ok) return session;
      const { account } = session.value;
      if (account.portalId !== portalId) return fail({ code: 'unexpected_answer' });
      const started = await running.startWith(session.value, client.portalUrl, () => {
        save(session.value);
      });
      if (!started.ok) return started;
      await fetchLinkedAccounts(account.id);
      listener.accountsChanged();
      const kept = directory.find(account.id);
      // somebody can have removed it meanwhile
      return kept === null
        ? fail({ code: 'not_found' })
        : ok(deskAccount(kept, cache.wantedPreferences.list(account.id)));
    },
  };
}
