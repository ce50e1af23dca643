import { ok } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Handlers } from '../../handler.ts';
import { enterPin } from '../mailed-pins/enter-pin.ts';
import { requestPin } from '../mailed-pins/request-pin.ts';
import { findOrganization } from './find-organization.ts';
import { linkAccount } from './link-account.ts';
import { setPreferences } from './set-preferences.ts';
import { readLinkedAccounts } from './read-linked-accounts.ts';

/** Manage Linked Accounts and Link Account (C8). */
export const linkedAccountHandlers = (
  context: PortalContext,
): Pick<
  Handlers,
  'linkedAccounts' | 'linkAccount' | 'findOrganization' | 'enterPin' | 'requestPin' | 'setLinkedAccountPreferences'
> => ({
  linkedAccounts: async (call) =>
    ok({ linkedAccounts: await readLinkedAccounts(context.database, context, call.caller.accountId) }),
  linkAccount: (call) => linkAccount(context, call),
  findOrganization: (call) => findOrganization(context, call),
  enterPin: (call) => enterPin(context, call),
  requestPin: (call) => requestPin(context, call),
  setLinkedAccountPreferences: (call) => setPreferences(context, call),
});
