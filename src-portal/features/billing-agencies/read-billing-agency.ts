import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { Database } from '../../context.ts';

/** Agencies in their places in organizations, to be narrowed by the caller. */
export const selectBillingAgencies = (database: Database) =>
  database
    .selectFrom('organization_billing_agency')
    .innerJoin('billing_agency', 'billing_agency.id', 'organization_billing_agency.agency_id')
    .selectAll('organization_billing_agency')
    .select(['billing_agency.name', 'billing_agency.city', 'billing_agency.state']);

type BillingAgencyRow = Awaited<ReturnType<ReturnType<typeof selectBillingAgencies>['executeTakeFirstOrThrow']>>;

export const toBillingAgency = (row: BillingAgencyRow): BillingAgency => ({
  id: row.id,
  organizationId: row.organization_id,
  version: row.version,
  agencyId: row.agency_id,
  name: row.name,
  city: row.city,
  state: row.state,
  status: row.status,
  activeSince: row.active_since?.toISOString() ?? null,
  reason: row.reason,
  changedBy: row.changed_by,
  changedAt: row.changed_at.toISOString(),
});

/** Null when there is none of this id, in whichever organization. */
export async function findBillingAgency(database: Database, id: string): Promise<BillingAgency | null> {
  const row = await selectBillingAgencies(database).where('organization_billing_agency.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toBillingAgency(row);
}
