import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { withdrawLinkTokens } from '../../identity/link-token.ts';
import { sendVerificationEmail } from '../../identity/send-verification-email.ts';
import { accountExistsLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import type { Registrant } from './registrant.ts';

/**
 * The account of the registrant's address (E4), and whether this registration made it. A confirmed account stays as it
 * is, and its owner learns by email that it exists. One that nobody has confirmed is replaced with all that was asked
 * for with it, and only the newest link serves: whoever owns the mailbox ends up with what they entered themselves, not
 * with a password that a stranger laid ready. [ours]
 */
export async function accountFor(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  registrant: Registrant,
  passwordHash: string,
): Promise<{ readonly id: string; readonly isRegistered: boolean }> {
  const { email, firstName } = registrant;
  const id = await putUnconfirmed(transaction, context, portal, registrant, passwordHash);
  if (id === null) {
    const owner = await transaction
      .selectFrom('account')
      .select(['id', 'first_name'])
      .where('portal_id', '=', portal.id)
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    await queueEmail(transaction, context, {
      to: email,
      letter: accountExistsLetter({ portal, firstName: owner.first_name }),
    });
    return { id: owner.id, isRegistered: false };
  }
  await forgetEarlierRegistration(transaction, context, id);
  await sendVerificationEmail(transaction, context, { id, portalId: portal.id, email, firstName });
  return { id, isRegistered: true };
}

/** Null where the address belongs to a confirmed account. */
async function putUnconfirmed(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  portal: PortalDefinition,
  { email, firstName, lastName, phone, fax }: Registrant,
  passwordHash: string,
): Promise<string | null> {
  const entered = {
    first_name: firstName,
    last_name: lastName,
    phone,
    fax,
    password_hash: passwordHash,
    created_at: chance.now(),
  };
  const account = await transaction
    .insertInto('account')
    .values({ id: chance.newId(), portal_id: portal.id, email, ...entered })
    .onConflict((known) =>
      known.columns(['portal_id', 'email']).doUpdateSet(entered).where('account.email_verified_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  return account?.id ?? null;
}

async function forgetEarlierRegistration(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  accountId: string,
): Promise<void> {
  await withdrawLinkTokens(transaction, { purpose: 'verify-email', accountId });
  await transaction.deleteFrom('agreement_acceptance').where('account_id', '=', accountId).execute();
  // kept, so that a repeated call of then is answered as it was
  await transaction
    .updateTable('association')
    .set({ completed_at: chance.now() })
    .where('account_id', '=', accountId)
    .where('completed_at', 'is', null)
    .execute();
}
