import { ok } from '../../src-shared/result.ts';
import { completeAssociations } from '../features/registrations/complete-associations.ts';
import { writeAudit } from '../features/audit/write-audit.ts';
import { findAccount } from './find-account.ts';
import { operatorName, type OperatorCommand } from './operator-command.ts';

/** For somebody whose email does not arrive and whom the staff has recognized another way (A8, A10). */
export const verifyAccount: OperatorCommand = {
  name: 'verify-account',
  subject: 'EMAIL',
  summary: 'Takes the email address as confirmed and lets the registration go on',
  run: async (context, portal, email) => {
    const found = await findAccount(context.database, portal, email);
    if (!found.ok) return found;
    const account = found.value;
    return context.database.transaction().execute(async (transaction) => {
      const at = context.chance.now();
      const { numUpdatedRows } = await transaction
        .updateTable('account')
        .set({ email_verified_at: at })
        .where('id', '=', account.id)
        .where('email_verified_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return ok({ message: `${account.email} was confirmed before`, tables: [] });
      await completeAssociations(transaction, context, account.id);
      const memberships = await transaction
        .selectFrom('membership')
        .innerJoin('organization', 'organization.id', 'membership.organization_id')
        .select(['organization.id', 'organization.name', 'organization.provider_id'])
        .select(['membership.role', 'membership.status'])
        .where('membership.account_id', '=', account.id)
        .orderBy('membership.created_at')
        .execute();
      await writeAudit(transaction, context, {
        organizationId: memberships[0]?.id ?? null,
        accountId: null,
        actor: operatorName(portal),
        commandId: null,
        action: 'verify-account',
        subjectKind: 'account',
        subjectId: account.id,
        before: { email: account.email, status: 'email-unverified' },
        after: { email: account.email, status: 'active' },
      });
      return ok({
        message: `${account.email} is confirmed`,
        tables: [
          {
            name: 'linkedAccounts',
            title: 'Linked accounts',
            columns: [
              { key: 'providerId', label: portal.labels.providerId },
              { key: 'name', label: 'Name' },
              { key: 'role', label: 'Role' },
              { key: 'status', label: 'Status' },
            ],
            rows: memberships.map(({ provider_id: providerId, name, role, status }) => ({
              providerId,
              name,
              role,
              status,
            })),
          },
        ],
      });
    });
  },
};
