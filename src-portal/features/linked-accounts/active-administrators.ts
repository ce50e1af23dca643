import type { Database } from '../../context.ts';

/** The names of the organization's administrators (C6), by last name. */
export async function activeAdministrators(database: Database, organizationId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.first_name', 'account.last_name'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.role', '=', 'administrator')
    .where('membership.status', '=', 'active')
    .orderBy('account.last_name')
    .orderBy('account.first_name')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => `${row.first_name} ${row.last_name}`);
}

export const hasAdministrator = async (database: Database, organizationId: string): Promise<boolean> =>
  (await activeAdministrators(database, organizationId)).length > 0;
