import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { withdrawLinkTokens } from '../../identity/link-token.ts';
import { writeAudit } from '../audit/write-audit.ts';

/**
 * Housekeeping: puts an end to what leads into accounts that nobody has used in time (A9), and records it once. That they
 * cannot be signed in to does not wait for this.
 */
export async function expireUnusedAccounts(context: PortalContext): Promise<void> {
  const due = await context.database
    .selectFrom('account')
    .select('id')
    .where('expires_at', '<=', context.chance.now())
    .where('expired_at', 'is', null)
    .orderBy('expires_at')
    .execute();
  for (const { id } of due)
    await context.database.transaction().execute((transaction) => expire(transaction, context, id));
}

async function expire(transaction: DatabaseTransaction, context: PortalContext, accountId: string): Promise<void> {
  const now = context.chance.now();
  const account = await transaction
    .updateTable('account')
    .set({ expired_at: now })
    .where('id', '=', accountId)
    .where('expired_at', 'is', null)
    .where('expires_at', '<=', now)
    .returning(['id', 'portal_id', 'email'])
    .executeTakeFirst();
  if (account === undefined) return;
  await transaction.deleteFrom('sign_in').where('account_id', '=', accountId).execute();
  await withdrawLinkTokens(transaction, { purpose: 'verify-email', accountId });
  await withdrawLinkTokens(transaction, { purpose: 'reset-password', accountId });
  await writeAudit(transaction, context, {
    organizationId: null,
    accountId: null,
    actor: findPortal(account.portal_id)?.name ?? account.portal_id,
    commandId: null,
    action: 'expire-account',
    subjectKind: 'account',
    subjectId: account.id,
    before: null,
    after: { email: account.email, status: 'expired' },
  });
}
