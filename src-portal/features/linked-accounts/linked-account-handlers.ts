import { ok } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { linkAccount } from './link-account.ts';
import { readLinkedAccounts } from './read-linked-accounts.ts';

/** Manage Linked Accounts and Link Account (C8). */
export const linkedAccountHandlers = (context: PortalContext): Pick<Handlers, 'linkedAccounts' | 'linkAccount'> => ({
  linkedAccounts: async (call) =>
    ok({ linkedAccounts: await readLinkedAccounts(context.database, call.caller.accountId) }),
  linkAccount: (call) => linkAccount(context, call),
});
