import { providerCentral } from '../../src-shared/portals/provider-central.ts';
import type { DatabaseTransaction } from '../context.ts';
import { foldName } from '../directory/fold-name.ts';
import { reneeName } from './add-cast.ts';
import { insertRows } from './insert-rows.ts';
import { seededRandom } from './seeded-random.ts';

const dayMs = 24 * 60 * 60_000;

/** Name, town, and how many days ago the agency registered; null where nobody of it has. */
const agencies: readonly (readonly [name: string, city: string, registeredDaysAgo: number | null])[] = [
  ['Bay Colony Medical Billing', 'Quincy', 1_460],
  ['Berkshire Claims Partners', 'Pittsfield', 820],
  ['Blackstone Billing & Coding', 'Worcester', 391],
  ['Cape Ann Practice Services', 'Lynn', null],
  ['Charles River Revenue Cycle', 'Waltham', 2_190],
  ['ClaimWright of New England', 'Springfield', 77],
  ['Commonwealth Reimbursement Group', 'Boston', 1_105],
  ['Connecticut River Billing', 'Holyoke', null],
  ['Granite Street Medical Claims', 'Quincy', 640],
  ['Harbor Light Billing', 'New Bedford', 212],
  ['Knowledge Corridor Billing', 'Northampton', 33],
  ['Merrimack Claims & Collections', 'Lowell', 1_733],
  ['Minuteman Medical Billing', 'Framingham', 980],
  ['Mystic Medical Billing', 'Somerville', null],
  ['North Shore Practice Billing', 'Lynn', 455],
  ['Old Colony Physician Services', 'Brockton', 1_290],
  ['Pioneer Valley Claims', 'Chicopee', 518],
  ['Quabbin Billing Cooperative', 'Greenfield', null],
  ['South Coast Medical Accounts', 'Fall River', 147],
  ['Summit Medical Billing', 'Worcester', 702],
  ['Wachusett Billing Services', 'Fitchburg', 264],
];

/** Which of them a seeded organization has, since how many days, and how that stands. */
const places = [
  { agency: 'Summit Medical Billing', days: 430, status: 'active' },
  { agency: 'Charles River Revenue Cycle', days: 260, status: 'active' },
  { agency: 'Mystic Medical Billing', days: 6, status: 'pending' },
  { agency: 'Pioneer Valley Claims', days: 95, status: 'denied' },
] as const;

/** Fills Provider Central's directory of billing agencies (D10). Answers their ids by name. */
export async function seedBillingAgencies(
  transaction: DatabaseTransaction,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const random = seededRandom('billing agencies');
  const rows = agencies.map(([name, city, registeredDaysAgo]) => ({
    id: random.id(new Date(now.getTime() - 3_000 * dayMs)),
    portal_id: providerCentral.id,
    name,
    folded_name: foldName(name),
    city,
    state: 'MA',
    tax_id: null,
    npi: null,
    registered_at: registeredDaysAgo === null ? null : new Date(now.getTime() - registeredDaysAgo * dayMs),
  }));
  await insertRows(transaction, 'billing_agency', rows);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Gives each of the organizations two active agencies, one that has yet to register, and one whose access was denied. */
export async function seedAgencyPlaces(
  transaction: DatabaseTransaction,
  now: Date,
  organizationIds: readonly string[],
  agencyIds: ReadonlyMap<string, string>,
): Promise<void> {
  const random = seededRandom('places of billing agencies');
  const rows = organizationIds.flatMap((organizationId) =>
    places.map(({ agency, days, status }) => {
      const agencyId = agencyIds.get(agency);
      if (agencyId === undefined) throw new Error(`${agency} is not in the directory`);
      const at = new Date(now.getTime() - days * dayMs);
      return {
        id: random.id(at),
        organization_id: organizationId,
        agency_id: agencyId,
        status,
        reason: status === 'denied' ? 'Our contract with them has ended.' : null,
        active_since: status === 'active' ? at : null,
        version: status === 'denied' ? 2 : 1,
        created_at: at,
        changed_at: at,
        changed_by: reneeName,
      };
    }),
  );
  await insertRows(transaction, 'organization_billing_agency', rows);
}
