import type { Selectable } from 'kysely';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import type { Caller } from '../../handler.ts';
import { lockOrganization } from '../users/active-member.ts';

export interface AwaitedPin {
  readonly organizationId: string;
  readonly pin: Selectable<Schema['mailed_pin']>;
}

/**
 * The PIN that the caller's linked account waits for, with its organization and itself locked in this order. `not_found`
 * where the caller has no such linked account, `already_linked` where it does not wait for a PIN any more.
 */
export async function lockMailedPin(
  transaction: DatabaseTransaction,
  { accountId, portalId }: Caller,
  linkedAccountId: string,
): Promise<Result<AwaitedPin>> {
  const membership = await transaction
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select('membership.organization_id as organizationId')
    .where('membership.id', '=', linkedAccountId)
    .where('membership.account_id', '=', accountId)
    .where('organization.portal_id', '=', portalId)
    .executeTakeFirst();
  if (membership === undefined) return fail({ code: 'not_found' });
  const { organizationId } = membership;
  await lockOrganization(transaction, portalId, organizationId);
  const pin = await transaction
    .selectFrom('mailed_pin')
    .selectAll()
    .where('membership_id', '=', linkedAccountId)
    .forUpdate()
    .executeTakeFirst();
  return pin === undefined ? fail({ code: 'already_linked' }) : ok({ organizationId, pin });
}
