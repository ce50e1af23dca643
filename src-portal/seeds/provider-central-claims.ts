import { numberKey } from '../features/claims/same-number.ts';
import type { DatabaseTransaction } from '../context.ts';
import { insertRows } from './insert-rows.ts';
import { cohassetOrthopedics, tremontFamilyHealth, wachusettPediatricGroup } from './provider-central-directory.ts';
import { seededRandom } from './seeded-random.ts';
import type { SeededProvider } from './seeded-provider.ts';

/** A claim as an advisory shows it (D7). */
export interface SeededClaim {
  readonly advisoryDate: string;
  readonly claimNumber: string;
  readonly patientLastName: string;
  readonly firstDateOfService: string;
  readonly checkNumber: string;
  readonly patientAccountNumber: string | null;
}

const claim = (
  claimNumber: string,
  [firstDateOfService, advisoryDate]: readonly [string, string],
  patientLastName: string,
  checkNumber: string,
  patientAccountNumber: string | null,
): SeededClaim => ({
  advisoryDate,
  claimNumber,
  patientLastName,
  firstDateOfService,
  checkNumber,
  patientAccountNumber,
});

/** Of advisories that are old enough, whenever the service is started. */
export const tremontClaims = [
  claim('25-318-004471', ['2025-10-20', '2025-11-14'], 'O’Connell', '0047120385', 'TFH-20817'),
  claim('25-318-004502', ['2025-10-22', '2025-11-14'], 'Silva', '0047120385', 'TFH-20994'),
  claim('25-332-001938', ['2025-11-06', '2025-11-28'], 'Nguyen', 'EFT 8830417', null),
] as const;

/** One old claim is one too few. */
export const wachusettClaims = [
  claim('25-325-007716', ['2025-10-29', '2025-11-21'], 'Fontaine', '0047198213', 'WPG-3310'),
] as const;

const cohassetClaims = [
  claim('25-311-009924', ['2025-10-13', '2025-11-07'], 'Amaral', '0046980072', null),
  claim('25-339-000618', ['2025-11-12', '2025-12-05'], 'Brennan', 'EFT 8841903', 'CO-77120'),
] as const;

const dayMs = 24 * 60 * 60_000;
const claimsSince = new Date('2025-10-01T09:00:00.000Z');

/** A claim whose advisory came a fortnight before now: too recent to be asked about. */
export function recentClaim({ providerId }: SeededProvider, now: Date): SeededClaim {
  const daysBefore = (days: number): string => new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);
  const dates = [daysBefore(33), daysBefore(14)] as const;
  return claim(`26-R-${providerId}`, dates, 'Delgado', `EFT 99${providerId.slice(1)}`, `R-${providerId}`);
}

/** The claims of those who have no user yet. */
export async function seedClaims(
  transaction: DatabaseTransaction,
  organizationIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const listed: readonly [SeededProvider, readonly SeededClaim[]][] = [
    [tremontFamilyHealth, tremontClaims],
    [wachusettPediatricGroup, wachusettClaims],
    [cohassetOrthopedics, cohassetClaims],
  ];
  await insertRows(
    transaction,
    'claim',
    listed.flatMap(([provider, old]) =>
      [...old, recentClaim(provider, now)].map((each) => ({
        id: seededRandom(`${provider.providerId} ${each.claimNumber}`).id(claimsSince),
        organization_id: organizationIds.get(provider.providerId) ?? '',
        number_key: numberKey(each.claimNumber),
        advisory_date: each.advisoryDate,
        patient_last_name: each.patientLastName,
        first_date_of_service: each.firstDateOfService,
        payment_number: each.checkNumber,
        patient_account_number: each.patientAccountNumber,
      })),
    ),
  );
}
