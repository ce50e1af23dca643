import { associates, type PortalDefinition } from '../../src-shared/portals/definition.ts';
import { fail, ok } from '../../src-shared/result.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import { emailConfirmed } from '../features/registrations/email-confirmed.ts';
import { accountStatus, type AccountRow } from '../identity/account-of.ts';
import { accountActiveLetter } from '../mail/letters.ts';
import { queueEmail } from '../mail/queue-email.ts';
import { findAccount } from './find-account.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';
import type { ReportTable } from './report.ts';

/**
 * Says that somebody is who they say (A8): from then on the account can be signed in to, and a second email tells its
 * owner. Says so too of the Tax IDs that were entered, also later with a plan (A11): their orders are shown then. Where the email does not arrive (A10) it takes the address as confirmed too.
 */
export const verifyAccount: OperatorCommand = {
  name: 'verify-account',
  subject: 'EMAIL',
  summary: 'Verifies the account, takes its email address as confirmed, and lets the registration go on',
  run: async (context, portals, email) => {
    const found = await findAccount(context.database, portals, email);
    if (!found.ok) return found;
    const { account, portal } = found.value;
    const before = accountStatus(account, context.chance);
    if (before === 'expired') return fail(`${account.email} has expired unused: the person has to register again`);
    return context.database.transaction().execute(async (transaction) => {
      const isConfirmed = await confirmEmail(transaction, context, account);
      const isVerified = await verify(transaction, context, portal, account);
      const taxIds = await verifyTaxIds(transaction, context, account);
      if (!isConfirmed && !isVerified && taxIds.length === 0)
        return ok({ message: `${account.email} was confirmed before`, tables: [] });
      const memberships = await linkedAccountsOf(transaction, account);
      await writeAudit(transaction, context, {
        organizationId: memberships[0]?.id ?? null,
        accountId: null,
        actor: operatorName(portal),
        commandId: null,
        action: 'verify-account',
        subjectKind: 'account',
        subjectId: account.id,
        before: { email: account.email, status: before },
        after: { email: account.email, status: 'active', taxIdsLastFour: taxIds.map((taxId) => taxId.slice(-4)) },
      });
      return ok({
        message: messageOf(account, { isConfirmed, isVerified }),
        tables: associates(portal) ? [linkedAccountsTable(portal, memberships)] : [],
      });
    });
  },
};

async function confirmEmail(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { id }: AccountRow,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('account')
    .set({ email_verified_at: context.chance.now() })
    .where('id', '=', id)
    .where('email_verified_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await emailConfirmed(transaction, context, id);
  return true;
}

/** Whether it had to be and was not yet. */
async function verify(
  transaction: DatabaseTransaction,
  context: PortalContext,
  portal: PortalDefinition,
  { id }: AccountRow,
): Promise<boolean> {
  if (portal.verifiesAccounts !== true) return false;
  const verified = await transaction
    .updateTable('account')
    .set({ verified_at: context.chance.now() })
    .where('id', '=', id)
    .where('verified_at', 'is', null)
    .returning(['email', 'first_name', 'expires_at'])
    .executeTakeFirst();
  if (verified === undefined) return false;
  const { email, first_name: firstName, expires_at: useBy } = verified;
  await queueEmail(transaction, context, { to: email, letter: accountActiveLetter({ portal, firstName, useBy }) });
  return true;
}

/** Answers those that were not verified before. */
async function verifyTaxIds(
  transaction: DatabaseTransaction,
  context: PortalContext,
  { id }: AccountRow,
): Promise<string[]> {
  const verified = await transaction
    .updateTable('account_tax_id')
    .set({ verified_at: context.chance.now() })
    .where('account_id', '=', id)
    .where('verified_at', 'is', null)
    .returning('tax_id')
    .execute();
  return verified.map(({ tax_id: taxId }) => taxId);
}

function messageOf({ email }: AccountRow, { isConfirmed, isVerified }: Record<'isConfirmed' | 'isVerified', boolean>) {
  if (isVerified) return `${email} is verified, and is told so by email`;
  return isConfirmed ? `${email} is confirmed` : `The Tax IDs of ${email} are verified`;
}

const linkedAccountsOf = (transaction: DatabaseTransaction, { id }: AccountRow) =>
  transaction
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['organization.id', 'organization.name', 'organization.provider_id'])
    .select(['membership.role', 'membership.status'])
    .where('membership.account_id', '=', id)
    .orderBy('membership.created_at')
    .execute();

const linkedAccountsTable = (
  portal: PortalDefinition,
  memberships: Awaited<ReturnType<typeof linkedAccountsOf>>,
): ReportTable => ({
  name: 'linkedAccounts',
  title: 'Linked accounts',
  columns: [
    { key: 'providerId', label: portal.labels.providerId },
    { key: 'name', label: 'Name' },
    { key: 'role', label: 'Role' },
    { key: 'status', label: 'Status' },
  ],
  rows: memberships.map(({ provider_id: providerId, name, role, status }) => ({ providerId, name, role, status })),
});
