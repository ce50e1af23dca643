import type { EventName, ProcedureName } from './contract.ts';

/** The two channels of the bridge. */
export const invokeChannel = 'desk:invoke';
export const eventChannel = 'desk:event';

/** What the preload script puts on `window.desk`: nothing else of the main process can be reached from a page. */
export interface DeskBridge {
  /** Answers a `Result` that the main process has parsed with the procedure's output schema. */
  invoke(name: ProcedureName, input: unknown): Promise<unknown>;
  /** Calls back with the payload of each event until the returned function is called. */
  subscribe(name: EventName, listener: (payload: unknown) => void): () => void;
}

/** Every procedure by name, for the preload script, whose bundle holds no schemas. */
export const procedureNames: Readonly<Record<ProcedureName, true>> = {
  'app.state': true,
  'app.setColorScheme': true,
  'app.openMailbox': true,
  'app.openLink': true,
  'accounts.list': true,
  'accounts.activate': true,
  'accounts.checkEligibility': true,
  'accounts.findProviders': true,
  'accounts.register': true,
  'accounts.resendVerification': true,
  'accounts.requestPasswordReset': true,
  'accounts.startSignIn': true,
  'accounts.sendPasscode': true,
  'accounts.completeSignIn': true,
  'accounts.signOut': true,
  'accounts.remove': true,
  'accounts.changePassword': true,
  'accounts.startAuthenticator': true,
  'accounts.confirmAuthenticator': true,
  'accounts.removeAuthenticator': true,
  'linkedAccounts.link': true,
  'linkedAccounts.activate': true,
  'linkedAccounts.refresh': true,
  'users.page': true,
  'users.counts': true,
  'invitations.page': true,
  'accessRequests.page': true,
  'commands.submit': true,
  'commands.list': true,
  'commands.undo': true,
  'commands.dismiss': true,
  'sync.state': true,
  'sync.now': true,
  'practice.read': true,
  'practice.save': true,
  'npiRegistry.state': true,
  'npiRegistry.consent': true,
  'npiRegistry.lookUp': true,
};

export const eventNames: Readonly<Record<EventName, true>> = {
  'accounts.changed': true,
  'people.changed': true,
  'sync.changed': true,
  'practice.changed': true,
  'app.navigate': true,
  'app.stateChanged': true,
};
