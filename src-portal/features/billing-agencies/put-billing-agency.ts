import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { BillingAgencyStatus } from '../../../src-shared/domain/statuses.ts';
import type { DatabaseTransaction } from '../../context.ts';
import { findBillingAgency } from './read-billing-agency.ts';

export interface AgencyPlace {
  readonly id: string;
  readonly organizationId: string;
  readonly agencyId: string;
}

export interface AgencyState {
  readonly status: BillingAgencyStatus;
  readonly reason: string | null;
  readonly changedBy: string | null;
  readonly at: Date;
}

/** Writes an agency's place in an organization, a new one or one version further, and answers it as it is now. */
export async function putBillingAgency(
  transaction: DatabaseTransaction,
  { id, organizationId, agencyId }: AgencyPlace,
  { status, reason, changedBy, at }: AgencyState,
): Promise<BillingAgency> {
  const state = {
    status,
    reason,
    active_since: status === 'active' ? at : null,
    changed_at: at,
    changed_by: changedBy,
  };
  await transaction
    .insertInto('organization_billing_agency')
    .values({ id, organization_id: organizationId, agency_id: agencyId, created_at: at, ...state })
    .onConflict((known) =>
      known
        .column('id')
        .doUpdateSet((row) => ({ ...state, version: row('organization_billing_agency.version', '+', 1) })),
    )
    .execute();
  const written = await findBillingAgency(transaction, id);
  if (written === null) throw new Error('What was just written can be read');
  return written;
}
