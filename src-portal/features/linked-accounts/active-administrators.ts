import type { Database } from '../../context.ts';

interface Administrator {
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
}

/** Those who decide for the organization (C6), by last name. */
export async function activeAdministrators(database: Database, organizationId: string): Promise<Administrator[]> {
  const rows = await database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.first_name', 'account.last_name', 'account.email'])
    .where('membership.organization_id', '=', organizationId)
    .where('membership.role', '=', 'administrator')
    .where('membership.status', '=', 'active')
    .orderBy('account.last_name')
    .orderBy('account.first_name')
    .orderBy('account.id')
    .execute();
  return rows.map((row) => ({
    name: `${row.first_name} ${row.last_name}`,
    firstName: row.first_name,
    email: row.email,
  }));
}

export const hasAdministrator = async (database: Database, organizationId: string): Promise<boolean> =>
  (await activeAdministrators(database, organizationId)).length > 0;
