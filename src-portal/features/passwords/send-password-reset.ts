import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { passwordResetLifeMs } from '../../../src-shared/portal-api/passwords.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import type { AccountRow } from '../../identity/account-of.ts';
import { issueLinkToken } from '../../identity/link-token.ts';
import { passwordResetLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';

/** Whom a Password Reset email goes to. */
export type Forgetful = Pick<AccountRow, 'id' | 'portal_id' | 'email' | 'first_name'>;

/**
 * Emails a link to Reset Your Password (E5), good for 30 minutes. `sentBy` names who of the portal's staff sends it, or
 * null where the person asked. Earlier links stay good until one is used.
 */
export async function sendPasswordReset(
  transaction: DatabaseTransaction,
  context: PortalContext,
  account: Forgetful,
  sentBy: string | null,
): Promise<void> {
  const portal = findPortal(account.portal_id);
  if (portal === undefined) throw new Error(`No portal is called ${account.portal_id}`);
  const subject = { purpose: 'reset-password', accountId: account.id } as const;
  const token = await issueLinkToken(transaction, context.chance, subject, passwordResetLifeMs);
  const link = `${context.settings.publicUrl}${resetPasswordPath(portal.id)}?token=${token}`;
  const lifeMinutes = passwordResetLifeMs / 60_000;
  await queueEmail(transaction, context, {
    to: account.email,
    letter: passwordResetLetter({ portal, firstName: account.first_name, link, lifeMinutes, sentBy }),
  });
}

export const resetPasswordPath = (portalId: string): string => `/portals/${portalId}/pages/reset-password`;
