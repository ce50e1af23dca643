import type { Selectable } from 'kysely';
import type { Organization } from '../../../src-shared/domain/organization.ts';
import type { Database } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';

/** The organization as its people see it: of the tax ID no more than the last four digits. Throws when there is none. */
export async function readOrganization(database: Database, organizationId: string): Promise<Organization> {
  const row = await database
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return toOrganization(row);
}

export const toOrganization = (row: Selectable<Schema['organization']>): Organization => ({
  id: row.id,
  version: row.version,
  providerType: row.provider_type,
  name: row.name,
  providerId: row.provider_id,
  npi: row.npi,
  taxIdLastFour: row.tax_id.slice(-4),
  city: row.city,
  state: row.state,
});
