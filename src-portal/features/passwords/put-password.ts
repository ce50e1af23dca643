import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { AccountRow } from '../../identity/account-of.ts';
import { endSessions } from '../../identity/end-sessions.ts';
import { withdrawLinkTokens } from '../../identity/link-token.ts';
import { distributedPasswordCounter, passwordCounterPrefix } from '../../identity/sign-in-limits.ts';
import { passwordChangedLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import { writeAudit } from '../audit/write-audit.ts';

export interface NewPassword {
  /** As `hashPassword` makes it. */
  readonly passwordHash: string;
  readonly action: 'change-password' | 'reset-password';
  /** The session that asked for it stays; null ends them all. */
  readonly keptSessionId: string | null;
}

/**
 * Sets the password of an account whose row the caller has locked, and takes away all that the old one led to: sessions,
 * begun sign-ins, reset links, counted wrong passwords. Wrong second factors stay counted, and the second factor stays
 * as it is. The owner is told by email, in case that somebody else did it.
 */
export async function putPassword(
  transaction: DatabaseTransaction,
  context: PortalContext,
  account: AccountRow,
  { passwordHash, action, keptSessionId }: NewPassword,
): Promise<void> {
  await transaction.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', account.id).execute();
  await forgetOldPassword(transaction, context, account, keptSessionId);
  const portal = findPortal(account.portal_id);
  if (portal !== undefined) {
    const letter = passwordChangedLetter({ portal, firstName: account.first_name });
    await queueEmail(transaction, context, { to: account.email, letter });
  }
  await writeAudit(transaction, context, {
    organizationId: null,
    accountId: account.id,
    actor: `${account.first_name} ${account.last_name}`,
    commandId: null,
    action,
    subjectKind: 'account',
    subjectId: account.id,
    before: null,
    after: null,
  });
}

/** Takes away all that the account's old password led to, but for one session. */
export async function forgetOldPassword(
  transaction: DatabaseTransaction,
  context: PortalContext,
  account: AccountRow,
  keptSessionId: string | null,
): Promise<void> {
  await endSessions(transaction, context.chance, account.id, 'password-changed', keptSessionId);
  await transaction
    .deleteFrom('sign_in')
    .where('account_id', '=', account.id)
    .where('completed_at', 'is', null)
    .execute();
  await withdrawLinkTokens(transaction, { purpose: 'reset-password', accountId: account.id });
  await forgetWrongPasswords(transaction, context, account);
}

/** They were guesses at a password that is no more. */
async function forgetWrongPasswords(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { portal_id: portalId, email, username }: AccountRow,
): Promise<void> {
  await transaction
    .deleteFrom('rate_limit')
    .where((row) =>
      row.or([
        row('key', '=', distributedPasswordCounter(context, portalId, email).key),
        // not `like`: a hash may hold its wildcards
        ...[email, ...(username === null ? [] : [username])].map((name) =>
          row.fn<boolean>('starts_with', ['key', row.val(passwordCounterPrefix(context, portalId, name))]),
        ),
      ]),
    )
    .execute();
}
