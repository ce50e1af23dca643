import type { Selectable } from 'kysely';
import type { Database } from '../context.ts';
import type { Schema } from '../database/schema.ts';

export type OrganizationRow = Selectable<Schema['organization']>;
export type ListedZip = Pick<Schema['organization_zip'], 'zip' | 'purpose'>;

/** A provider with every address that the payer has for it. */
export interface ListedProvider {
  readonly organization: OrganizationRow;
  readonly zips: readonly ListedZip[];
}

const nobody = '00000000-0000-7000-8000-000000000000';

/**
 * The provider of this portal with this provider ID, or, where the portal takes either, with this NPI. Asks as much of the
 * database whether or not there is one.
 */
export async function findListedProvider(
  database: Database,
  portalId: string,
  number: string,
  byNpi: boolean,
): Promise<ListedProvider | undefined> {
  const organization = await database
    .selectFrom('organization')
    .selectAll()
    .where('portal_id', '=', portalId)
    .where((row) => row.or([row('provider_id', '=', number), ...(byNpi ? [row('npi', '=', number)] : [])]))
    .orderBy(({ eb }) => eb('provider_id', '=', number), 'desc')
    .orderBy('id')
    .executeTakeFirst();
  const zips = await database
    .selectFrom('organization_zip')
    .select(['zip', 'purpose'])
    .where('organization_id', '=', organization?.id ?? nobody)
    .orderBy('zip')
    .execute();
  return organization && { organization, zips };
}
