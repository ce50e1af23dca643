import type { Desk } from './desk.ts';
import { done, type LinkedAccountHandlers } from './handlers.ts';

export const linkedAccountHandlers = ({ accounts }: Desk): LinkedAccountHandlers => ({
  'linkedAccounts.find': ({ accountId, answers }) => accounts.findOrganization(accountId, answers),
  'linkedAccounts.link': (input) => accounts.link(input),
  'linkedAccounts.enterPin': ({ accountId, linkedAccountId, pin }) =>
    accounts.enterPin(accountId, linkedAccountId, pin),
  'linkedAccounts.requestPin': ({ accountId, linkedAccountId }) => accounts.requestPin(accountId, linkedAccountId),
  'linkedAccounts.activate': ({ accountId, linkedAccountId }) =>
    done(accounts.activateLinkedAccount(accountId, linkedAccountId)),
  'linkedAccounts.setPreferences': async (input) => done(await accounts.setPreferences(input)),
  'linkedAccounts.forgetPreferences': ({ accountId, linkedAccountId }) =>
    done(accounts.forgetPreferences(accountId, linkedAccountId)),
  'linkedAccounts.refresh': async ({ accountId }) => done(await accounts.refreshLinkedAccounts(accountId)),
});
