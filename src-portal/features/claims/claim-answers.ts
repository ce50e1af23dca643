import type { FieldProblem } from '../../../src-shared/errors.ts';
import type { Answers } from '../../../src-shared/portals/answers.ts';
import type { Proofs } from '../../../src-shared/portals/definition.ts';
import { numberKey } from './same-number.ts';

/** What somebody says about a claim out of an advisory (D7), in the answers' normal form. */
export interface ClaimAnswers {
  readonly advisoryDate: string;
  readonly claimNumber: string;
  readonly patientLastName: string;
  readonly firstDateOfService: string;
  readonly checkNumber: string;
  /** Empty where the advisory shows none. */
  readonly patientAccountNumber: string;
}

const fieldOf = (claim: number, fact: keyof ClaimAnswers): string =>
  `claim${String(claim)}${fact.charAt(0).toUpperCase()}${fact.slice(1)}`;

/** The claims that the answers tell about, in their order. */
export const claimAnswersOf = (answers: Answers, { count }: Proofs['claims']): ClaimAnswers[] =>
  Array.from({ length: count }, (_, place) => {
    const text = (fact: keyof ClaimAnswers): string => {
      const answer = answers[fieldOf(place + 1, fact)];
      return typeof answer === 'string' ? answer : '';
    };
    return {
      advisoryDate: text('advisoryDate'),
      claimNumber: text('claimNumber'),
      patientLastName: text('patientLastName'),
      firstDateOfService: text('firstDateOfService'),
      checkNumber: text('checkNumber'),
      patientAccountNumber: text('patientAccountNumber'),
    };
  });

const dayMs = 24 * 60 * 60_000;

/**
 * What is wrong with the answers whatever the payer knows: an advisory of the last 30 days (`too_recent`), or the same
 * claim twice (`duplicate`). These are rules, no facts about a claim, so the field is named. Days are counted in UTC. [ours]
 */
export function claimRuleProblems(
  claims: readonly ClaimAnswers[],
  { olderThanDays }: Proofs['claims'],
  now: Date,
): FieldProblem[] {
  const latest = new Date(now.getTime() - (olderThanDays + 1) * dayMs).toISOString().slice(0, 10);
  return claims.flatMap((claim, place): FieldProblem[] => {
    const key = numberKey(claim.claimNumber);
    const repeats = claims.slice(0, place).some((earlier) => numberKey(earlier.claimNumber) === key);
    return [
      ...(claim.advisoryDate > latest
        ? [{ path: fieldOf(place + 1, 'advisoryDate'), code: 'too_recent' } as const]
        : []),
      ...(repeats ? [{ path: fieldOf(place + 1, 'claimNumber'), code: 'duplicate' } as const] : []),
    ];
  });
}
