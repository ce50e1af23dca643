import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { agencyRegistered } from '../billing-agencies/agency-registered.ts';
import { completeAssociations } from './complete-associations.ts';

/** What follows in the transaction that confirms an account's address: what its registration asked for, or tells (D10). */
export async function emailConfirmed(
  transaction: DatabaseTransaction,
  context: PortalContext,
  accountId: string,
): Promise<void> {
  await completeAssociations(transaction, context, accountId);
  const account = await transaction
    .selectFrom('account')
    .select(['portal_id', 'agency_name', 'city', 'state'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  if (account.agency_name === null) return;
  const { portal_id: portalId, agency_name: agencyName, city, state } = account;
  await agencyRegistered(transaction, context, { portalId, agencyName, city, state });
}
