import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { associate } from '../linked-accounts/associate.ts';

/**
 * Carries out what the account's registration asked for, now that its email address is confirmed: the first
 * at an organization becomes its administrator, everybody else asks for access (C6). Doing it again changes nothing.
 */
export async function completeAssociations(
  transaction: DatabaseTransaction,
  context: PortalContext,
  accountId: string,
): Promise<void> {
  const waiting = await transaction
    .selectFrom('association')
    .innerJoin('account', 'account.id', 'association.account_id')
    .select(['association.id', 'association.organization_id', 'association.matched_on'])
    .select(['account.portal_id', 'account.first_name', 'account.last_name'])
    .where('association.account_id', '=', accountId)
    .where('association.completed_at', 'is', null)
    // organizations are locked in one order, so that two confirmations cannot wait for each other
    .orderBy('association.organization_id')
    .forUpdate('association')
    .execute();
  for (const row of waiting) {
    const portal = findPortal(row.portal_id);
    if (portal === undefined) throw new Error(`No portal is called ${row.portal_id}`);
    if (row.organization_id === null) continue;
    // who was invited and accepted meanwhile is linked already; there is nothing left to ask for
    await associate(transaction, context, portal, {
      accountId,
      name: `${row.first_name} ${row.last_name}`,
      organizationId: row.organization_id,
      matchedOn: row.matched_on,
    });
    await transaction
      .updateTable('association')
      .set({ completed_at: context.chance.now() })
      .where('id', '=', row.id)
      .execute();
  }
}
