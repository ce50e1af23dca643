import { sql } from 'kysely';
import type { Database } from '../../context.ts';
import { sameName } from '../../directory/fold-name.ts';
import type { ClaimAnswers } from './claim-answers.ts';
import { numberKey, sameNumber } from './same-number.ts';

interface KnownClaim {
  readonly numberKey: string;
  readonly advisoryDate: string;
  readonly patientLastName: string;
  readonly firstDateOfService: string;
  readonly paymentNumber: string;
  readonly patientAccountNumber: string | null;
}

/**
 * Whether every answer about every claim is right (D7). All of them are compared, known claim or not, so that neither the
 * answer nor its time tells which was wrong.
 */
export async function gradeClaims(
  database: Database,
  organizationId: string,
  answered: readonly ClaimAnswers[],
): Promise<boolean> {
  const rows = await database
    .selectFrom('claim')
    .select([
      'number_key as numberKey',
      sql<string>`advisory_date::text`.as('advisoryDate'),
      'patient_last_name as patientLastName',
      sql<string>`first_date_of_service::text`.as('firstDateOfService'),
      'payment_number as paymentNumber',
      'patient_account_number as patientAccountNumber',
    ])
    .where('organization_id', '=', organizationId)
    .where(
      'number_key',
      'in',
      answered.map(({ claimNumber }) => numberKey(claimNumber)),
    )
    .execute();
  const right = answered.flatMap((claim) => {
    const key = numberKey(claim.claimNumber);
    return compare(claim, rows.find((row) => row.numberKey === key) ?? unknownClaim);
  });
  return right.every(Boolean);
}

/** Folds differences of writing; a claim without a patient account number takes any answer to that. [ours] */
const compare = (claim: ClaimAnswers, known: KnownClaim): boolean[] => [
  known.numberKey !== '' && known.numberKey === numberKey(claim.claimNumber),
  claim.advisoryDate === known.advisoryDate,
  sameName(claim.patientLastName, known.patientLastName),
  claim.firstDateOfService === known.firstDateOfService,
  sameNumber(claim.checkNumber, known.paymentNumber),
  known.patientAccountNumber === null || sameNumber(claim.patientAccountNumber, known.patientAccountNumber),
];

/** Stands in for a claim that there is not. */
const unknownClaim: KnownClaim = {
  numberKey: '',
  advisoryDate: '0000-00-00',
  patientLastName: 'No such patient',
  firstDateOfService: '0000-00-00',
  paymentNumber: 'No such payment',
  patientAccountNumber: 'No such account',
};
