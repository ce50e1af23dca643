import type { DatabaseTransaction } from '../context.ts';
import type { AccountRow } from './account-of.ts';

/** Whose confirmed address it is, apart from this account; an address that nobody has confirmed is nobody's (E4). */
export const otherOwnerOf = (
  transaction: DatabaseTransaction,
  { id, portal_id: portalId }: Pick<AccountRow, 'id' | 'portal_id'>,
  email: string,
): Promise<Pick<AccountRow, 'first_name'> | undefined> =>
  transaction
    .selectFrom('account')
    .select('first_name')
    .where('portal_id', '=', portalId)
    .where('email', '=', email)
    .where('id', '!=', id)
    .where('email_verified_at', 'is not', null)
    .executeTakeFirst();
