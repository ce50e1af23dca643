import type { linkedAccountRoutes } from '../../../src-shared/portal-api/linked-accounts.ts';
import type { RouteAnswer } from '../../../src-shared/portal-api/route.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { PortalContext } from '../../context.ts';
import type { Call } from '../../handler.ts';
import { tellAccount } from '../users/tell-account.ts';
import { readLinkedAccounts } from './read-linked-accounts.ts';

/**
 * Sets the caller's own nickname for a linked account, and whether it is their default one (D9): another default gives way,
 * and without one the first linked account is. The organization's people see nothing of it. `not_found` for a linked
 * account that is not the caller's.
 */
export function setPreferences(
  context: PortalContext,
  { caller: { accountId }, params, body }: Call<typeof linkedAccountRoutes.setLinkedAccountPreferences>,
): Promise<Result<RouteAnswer<typeof linkedAccountRoutes.setLinkedAccountPreferences>>> {
  return context.database.transaction().execute(async (transaction) => {
    // of two that choose a default at once, the second waits
    await transaction.selectFrom('account').select('id').where('id', '=', accountId).forNoKeyUpdate().execute();
    const linked = await transaction
      .selectFrom('membership')
      .select('id')
      .where('id', '=', params.linkedAccountId)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (linked === undefined) return fail({ code: 'not_found' });
    if (body.isDefault) {
      await transaction
        .updateTable('membership')
        .set({ is_default: false })
        .where('account_id', '=', accountId)
        .where('is_default', '=', true)
        .execute();
    }
    await transaction
      .updateTable('membership')
      .set({ nickname: body.nickname, is_default: body.isDefault })
      .where('id', '=', linked.id)
      .execute();
    await tellAccount(transaction, context, accountId);
    return ok({ linkedAccounts: await readLinkedAccounts(transaction, context, accountId) });
  });
}
