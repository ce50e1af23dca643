import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { verifyEmailLetter } from '../mail/letters.ts';
import { queueEmail } from '../mail/queue-email.ts';
import { issueLinkToken } from './link-token.ts';

const lifeHours = 24;

/** Whom a verification email goes to. */
export interface Unverified {
  readonly id: string;
  readonly portalId: string;
  readonly email: string;
  readonly firstName: string;
}

/** Emails a link, good for a day, that confirms the account's address. Earlier links stay good. */
export async function sendVerificationEmail(
  transaction: DatabaseTransaction,
  context: PortalContext,
  account: Unverified,
): Promise<void> {
  const portal = findPortal(account.portalId);
  if (portal === undefined) throw new Error(`No portal is called ${account.portalId}`);
  const subject = { purpose: 'verify-email', accountId: account.id } as const;
  const token = await issueLinkToken(transaction, context.chance, subject, lifeHours * 60 * 60_000);
  const link = `${context.settings.publicUrl}${verifyEmailPath(portal.id)}?token=${token}`;
  await queueEmail(transaction, context, {
    to: account.email,
    letter: verifyEmailLetter({ portal, firstName: account.firstName, link, lifeHours }),
  });
}

export const verifyEmailPath = (portalId: string): string => `/portals/${portalId}/pages/verify-email`;
