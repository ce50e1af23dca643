import type { BillingAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { BillingAgencyStatus } from '../../../src-shared/domain/statuses.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { foldName } from '../../../src-portal/directory/fold-name.ts';
import { findBillingAgency } from '../../../src-portal/features/billing-agencies/read-billing-agency.ts';
import { createPeople, type People } from './people-fixture.ts';

interface AgencyValues {
  readonly portalId?: string;
  readonly isRegistered?: boolean;
  readonly taxId?: string | null;
  readonly npi?: string | null;
}

/** A practice at Provider Central, and billing agencies for it. */
export interface Agencies extends People {
  /** Into the directory; answers its id there. */
  listAgency(name: string, values?: AgencyValues): Promise<string>;
  /** Into the organization; answers the id of its place there. */
  addPlace(agencyId: string, status?: BillingAgencyStatus, organizationId?: string): Promise<string>;
  placeOf(id: string): Promise<BillingAgency>;
}

export async function createAgencies(opened: Pick<OpenDatabase, 'database' | 'kind'>): Promise<Agencies> {
  const people = await createPeople(opened, 'agencies', providerCentral);
  const { chance } = people.context;
  return {
    ...people,
    async listAgency(name, { portalId = providerCentral.id, isRegistered = true, taxId = null, npi = null } = {}) {
      const id = chance.newId();
      await opened.database
        .insertInto('billing_agency')
        .values({
          id,
          portal_id: portalId,
          name,
          folded_name: foldName(name),
          city: 'Worcester',
          state: 'MA',
          tax_id: taxId,
          npi,
          registered_at: isRegistered ? chance.now() : null,
        })
        .execute();
      return id;
    },
    async addPlace(agencyId, status = 'active', organizationId = people.organizationId) {
      const id = chance.newId();
      const at = chance.now();
      await opened.database
        .insertInto('organization_billing_agency')
        .values({
          id,
          organization_id: organizationId,
          agency_id: agencyId,
          status,
          reason: null,
          active_since: status === 'active' ? at : null,
          created_at: at,
          changed_at: at,
          changed_by: null,
        })
        .execute();
      return id;
    },
    async placeOf(id) {
      const agency = await findBillingAgency(opened.database, id);
      if (agency === null) throw new Error(`No agency has the place ${id}`);
      return agency;
    },
  };
}
