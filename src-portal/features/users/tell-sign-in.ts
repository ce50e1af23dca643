import type { PortalContext } from '../../context.ts';
import { appendChange } from '../changes/append-change.ts';
import { readUser } from './read-user.ts';

/**
 * Brings the user tables that show the account's last sign-in up to date: one transaction for each organization, so
 * that nobody waits for two organizations' locks at once.
 */
export async function tellSignIn(context: PortalContext, accountId: string): Promise<void> {
  const memberships = await context.database
    .selectFrom('membership')
    .select(['id', 'organization_id'])
    .where('account_id', '=', accountId)
    .where('status', 'in', ['pending', 'active'])
    .execute();
  for (const { id, organization_id: organizationId } of memberships) {
    await context.database.transaction().execute(async (transaction) => {
      // first the organization, as every change of its people does; then nobody else can change what is read
      await transaction
        .selectFrom('organization')
        .select('id')
        .where('id', '=', organizationId)
        .forUpdate()
        .executeTakeFirst();
      const shown = await transaction
        .selectFrom('membership')
        .select('id')
        .where('id', '=', id)
        .where('status', '!=', 'denied')
        .executeTakeFirst();
      if (shown === undefined) return;
      const entity = await readUser(transaction, id);
      await appendChange(transaction, context, organizationId, { kind: 'user', entity });
    });
  }
}
