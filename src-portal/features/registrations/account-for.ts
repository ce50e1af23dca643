import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { withdrawLinkTokens } from '../../identity/link-token.ts';
import { lockAddress } from '../../identity/lock-address.ts';
import { putSecurityAnswers } from '../../identity/security-answers.ts';
import { sendVerificationEmail } from '../../identity/send-verification-email.ts';
import { accountExistsLetter } from '../../mail/letters.ts';
import { queueEmail } from '../../mail/queue-email.ts';
import type { Registrant } from './registrant.ts';
import type { Secrets } from './secrets-of.ts';
import { unusedUntil } from './unused-until.ts';

/**
 * The account of the registrant's address (E4), and whether this registration made it. A confirmed account stays as it
 * is, and its owner learns by email that it exists. One that nobody has confirmed is replaced with all that was asked
 * for with it, and only the newest link serves: whoever owns the mailbox ends up with what they entered themselves, not
 * with a password that a stranger laid ready. One that has expired unused makes room, by its address or username (A9). [ours]
 */
export async function accountFor(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  registrant: Registrant,
  secrets: Secrets,
): Promise<{ readonly id: string; readonly isRegistered: boolean }> {
  const { email, firstName } = registrant;
  await lockAddress(transaction, portal.id, email);
  await removeExpired(transaction, context, portal, registrant);
  const id = await putUnconfirmed(transaction, context, portal, registrant, secrets.passwordHash);
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
  await putSecurityAnswers(transaction, id, secrets.securityAnswers);
  await sendVerificationEmail(transaction, context, { id, portalId: portal.id, email, firstName });
  return { id, isRegistered: true };
}

async function removeExpired(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  portal: PortalDefinition,
  { email, username }: Registrant,
): Promise<void> {
  await transaction
    .deleteFrom('account')
    .where('portal_id', '=', portal.id)
    .where('expires_at', '<=', chance.now())
    .where((row) => row.or([row('email', '=', email), ...(username === null ? [] : [row('username', '=', username)])]))
    .execute();
}

/** Null where the address belongs to a confirmed account. */
async function putUnconfirmed(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  portal: PortalDefinition,
  registrant: Registrant,
  passwordHash: string,
): Promise<string | null> {
  const entered = {
    username: registrant.username,
    first_name: registrant.firstName,
    last_name: registrant.lastName,
    phone: registrant.phone,
    fax: registrant.fax,
    role: registrant.role,
    provider_number: registrant.providerNumber,
    agency_name: registrant.agencyName,
    organization_name: registrant.organizationName,
    street: registrant.street,
    city: registrant.city,
    state: registrant.state,
    zip: registrant.zip,
    password_hash: passwordHash,
    created_at: chance.now(),
    mfa_since: chance.now(),
    expires_at: unusedUntil(portal, chance.now()),
    expiry_warned_days: null,
  };
  const account = await transaction
    .insertInto('account')
    .values({ id: chance.newId(), portal_id: portal.id, email: registrant.email, ...entered })
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
