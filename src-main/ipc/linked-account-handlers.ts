import type { Desk } from './desk.ts';
import { done, type LinkedAccountHandlers } from './handlers.ts';

export const linkedAccountHandlers = ({ accounts }: Desk): LinkedAccountHandlers => ({
  'linkedAccounts.link': (input) => accounts.link(input),
  'linkedAccounts.activate': ({ accountId, linkedAccountId }) =>
    done(accounts.activateLinkedAccount(accountId, linkedAccountId)),
  'linkedAccounts.refresh': async ({ accountId }) => done(await accounts.refreshLinkedAccounts(accountId)),
});
