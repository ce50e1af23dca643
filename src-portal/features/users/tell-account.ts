import type { DatabaseTransaction, PortalContext } from '../../context.ts';

/** Hints to the account's own devices that one of their linked accounts has changed. */
export const tellAccount = (transaction: DatabaseTransaction, context: PortalContext, accountId: string) =>
  context.hints.publish(transaction, { accountIds: [accountId], hint: { about: 'linked-accounts' } });
