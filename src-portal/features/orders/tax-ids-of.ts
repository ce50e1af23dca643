import { accessOf } from '../../../src-shared/domain/permissions.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { Database } from '../../context.ts';
import type { Caller } from '../../handler.ts';

/**
 * The Tax IDs whose orders the caller may see, as digits: those that were entered with the account and verified by the
 * portal's staff (A8), and those of organizations for which its person may work on authorizations. [ours]
 */
export async function taxIdsOf(database: Database, caller: Pick<Caller, 'accountId' | 'portalId'>): Promise<string[]> {
  const { accountId, portalId } = caller;
  const entered = await database
    .selectFrom('account_tax_id')
    .select('tax_id')
    .where('account_id', '=', accountId)
    .where('verified_at', 'is not', null)
    .execute();
  const members = await database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.tax_id', 'membership.role', 'membership.permissions'])
    .where('membership.account_id', '=', accountId)
    .where('membership.status', '=', 'active')
    .where('organization.portal_id', '=', portalId)
    .execute();
  const offered = findPortal(portalId)?.permissions ?? [];
  const worked = members.filter(({ role, permissions }) =>
    accessOf(role, permissions, offered).permissions.includes('authorizations'),
  );
  return [...new Set([...entered, ...worked].map(({ tax_id: taxId }) => taxId))];
}
