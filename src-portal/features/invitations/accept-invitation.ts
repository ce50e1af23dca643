import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../../context.ts';
import { consumeLinkToken, readLinkToken } from '../../identity/link-token.ts';
import { hashPassword } from '../../identity/password-hash.ts';
import { putSecurityAnswers } from '../../identity/security-answers.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { appendChange } from '../changes/append-change.ts';
import { recordAgreements } from '../linked-accounts/record-agreements.ts';
import { tellAccount } from '../users/tell-account.ts';
import { changeInvitation, type Decider } from './change-invitation.ts';
import { findOpenInvitation, type ClosedInvitation, type OpenInvitation } from './find-open-invitation.ts';
import { invitationSteps, type NewAccount } from './invitation-form.ts';
import { admitInvited } from './admit-invited.ts';
import { lockInvitation } from './lock-invitation.ts';
import { toInvitation } from './read-invitation.ts';
import { recordInvitationDelivery } from './record-delivery.ts';

export interface AcceptedInvitation {
  readonly organizationName: string;
  readonly email: string;
}

/**
 * Uses an invitation's link: once, in one transaction. `newAccount` makes the account that the address has not got yet,
 * its email confirmed by the link; null takes the one that it has. The invited person becomes an active user of the
 * organization with the access that the invitation names. `account_changed`: whether the address has an account is not
 * any more as the person was shown; show them anew.
 */
export async function acceptInvitation(
  context: PortalContext,
  portal: PortalDefinition,
  token: string,
  newAccount: NewAccount | null,
): Promise<Result<AcceptedInvitation, ClosedInvitation | 'account_changed'>> {
  // hashing takes long on purpose: not while the organization is locked
  const passwordHash = newAccount === null ? null : await hashPassword(context, newAccount.password);
  return context.database.transaction().execute(async (transaction) => {
    const link = await readLinkToken(transaction, context.chance, 'accept-invitation', token);
    if (link.ok) await lockInvitation(transaction, link.value.invitationId);
    const open = await findOpenInvitation(context, transaction, portal.id, token);
    if (!open.ok) return open;
    if (open.value.hasAccount !== (newAccount === null)) return fail('account_changed');
    const person =
      newAccount === null
        ? await findPerson(transaction, portal, open.value)
        : await putAccount(transaction, context, portal, open.value, newAccount, passwordHash);
    if (person === null) return fail('account_changed');
    const consumed = await consumeLinkToken(transaction, context.chance, 'accept-invitation', token);
    if (!consumed.ok) throw new Error('An open invitation under its lock has a link that serves');
    await accept(transaction, context, portal, open.value, person);
    return ok({ organizationName: open.value.organizationName, email: open.value.invitation.email });
  });
}

async function findPerson(
  transaction: DatabaseTransaction,
  portal: PortalDefinition,
  { invitation }: OpenInvitation,
): Promise<Decider> {
  const row = await transaction
    .selectFrom('account')
    .select(['id', 'first_name', 'last_name'])
    .where('portal_id', '=', portal.id)
    .where('email', '=', invitation.email)
    .executeTakeFirstOrThrow();
  return { accountId: row.id, name: `${row.first_name} ${row.last_name}` };
}

/**
 * Makes the account. One that somebody registered with this address and never confirmed is taken over with all that
 * they entered replaced: otherwise a stranger could lay a password ready for the person who will be invited. Null when
 * it was confirmed just now.
 */
async function putAccount(
  transaction: DatabaseTransaction,
  { chance }: PortalContext,
  portal: PortalDefinition,
  { invitation }: OpenInvitation,
  { firstName, lastName }: NewAccount,
  passwordHash: string | null,
): Promise<Decider | null> {
  const entered = {
    first_name: firstName,
    last_name: lastName,
    phone: null,
    password_hash: passwordHash,
    email_verified_at: chance.now(),
    mfa_since: chance.now(),
    username: null,
    role: null,
    provider_number: null,
    agency_name: null,
    expires_at: null,
  };
  const account = await transaction
    .insertInto('account')
    .values({
      id: chance.newId(),
      portal_id: portal.id,
      email: invitation.email,
      created_at: chance.now(),
      ...entered,
    })
    .onConflict((known) =>
      known.columns(['portal_id', 'email']).doUpdateSet(entered).where('account.email_verified_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  if (account === undefined) return null;
  await putSecurityAnswers(transaction, account.id, []);
  return { accountId: account.id, name: `${firstName} ${lastName}` };
}

async function accept(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  { invitation }: OpenInvitation,
  person: Decider,
): Promise<void> {
  const { organization_id: organizationId } = invitation;
  // whoever holds the link has received it, even if the mail server's answer is still on its way
  await recordInvitationDelivery(transaction, context, invitation.id, { status: 'sent' });
  const sent = await transaction
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', invitation.id)
    .executeTakeFirstOrThrow();
  const accepted = await changeInvitation(transaction, sent, { status: 'accepted' }, person, context.chance.now());
  await writeAudit(transaction, context, {
    organizationId,
    accountId: person.accountId,
    actor: person.name,
    commandId: null,
    action: 'accept-invitation',
    subjectKind: 'invitation',
    subjectId: invitation.id,
    before: toInvitation(sent),
    after: accepted,
  });
  await appendChange(transaction, context, organizationId, { kind: 'invitation', entity: accepted });
  await admitInvited(transaction, context, portal, invitation, person);
  await recordAgreements(transaction, context, invitationSteps(portal), {
    accountId: person.accountId,
    organizationId,
  });
  await tellAccount(transaction, context, person.accountId);
}
