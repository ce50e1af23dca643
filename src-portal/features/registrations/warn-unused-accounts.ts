import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { accountStatus } from '../../identity/account-of.ts';
import { unusedSignInLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';

const dayMs = 24 * 60 * 60_000;

/** How many days before a sign-in expires its owner is warned. The last one first: it makes the earlier one needless. [ours] */
const warnedDaysBefore = [3, 14] as const;

/**
 * Housekeeping: warns the owners of accounts that expire soon unless they are used (A9), once for each of the two days
 * however many instances there are. An address that nobody has confirmed may be a stranger's: it is left alone.
 */
export async function warnUnusedAccounts(context: PortalContext): Promise<void> {
  for (const daysBefore of warnedDaysBefore) {
    const due = await dueWarnings(context, daysBefore);
    for (const { id } of due)
      await context.database.transaction().execute((transaction) => warn(transaction, context, id, daysBefore));
  }
}

const dueWarnings = ({ database, chance }: PortalContext, daysBefore: number) =>
  database
    .selectFrom('account')
    .select('id')
    .where('expired_at', 'is', null)
    .where('expires_at', '>', chance.now())
    .where('expires_at', '<=', new Date(chance.now().getTime() + daysBefore * dayMs))
    .where('email_verified_at', 'is not', null)
    .where((row) => row.or([row('expiry_warned_days', 'is', null), row('expiry_warned_days', '>', daysBefore)]))
    .orderBy('expires_at')
    .execute();

async function warn(
  transaction: DatabaseTransaction,
  context: PortalContext,
  accountId: string,
  daysBefore: number,
): Promise<void> {
  // another instance may have warned, or somebody signed in, since it was listed
  const account = await transaction
    .updateTable('account')
    .set({ expiry_warned_days: daysBefore })
    .where('id', '=', accountId)
    .where('expires_at', '>', context.chance.now())
    .where((row) => row.or([row('expiry_warned_days', 'is', null), row('expiry_warned_days', '>', daysBefore)]))
    .returningAll()
    .executeTakeFirst();
  const portal = findPortal(account?.portal_id ?? '');
  if (account?.expires_at === undefined || account.expires_at === null || portal === undefined) return;
  await queueEmail(transaction, context, {
    to: account.email,
    letter: unusedSignInLetter({
      portal,
      firstName: account.first_name,
      useBy: account.expires_at,
      isActive: accountStatus(account, context.chance) === 'active',
    }),
  });
}
