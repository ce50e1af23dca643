import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { keyedHash } from '../seal.ts';
import { hashPassword } from './password-hash.ts';

export interface HashedAnswer {
  /** 1 for the first. */
  readonly place: number;
  /** As the portal's list of questions names it. */
  readonly question: string;
  readonly answerHash: string;
}

/**
 * Of an answer, capitals and spaces apart, in a form that neither a stolen table nor the service's key gives back: few
 * people have a long one, so the keyed hash is hashed as passwords are (A7).
 */
export const hashSecurityAnswer = (context: PortalContext, answer: string): Promise<string> =>
  hashPassword(context, securityAnswerKey(context, answer));

/** What is hashed of an answer. */
export const securityAnswerKey = (context: PortalContext, answer: string): string =>
  keyedHash(context, 'security-answer', folded(answer));

const folded = (answer: string): string => answer.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/** Keeps these in place of all that the account had. */
export async function putSecurityAnswers(
  transaction: DatabaseTransaction,
  accountId: string,
  answers: readonly HashedAnswer[],
): Promise<void> {
  await transaction.deleteFrom('security_answer').where('account_id', '=', accountId).execute();
  if (answers.length === 0) return;
  await transaction
    .insertInto('security_answer')
    .values(
      answers.map(({ place, question, answerHash }) => ({
        account_id: accountId,
        place,
        question,
        answer_hash: answerHash,
      })),
    )
    .execute();
}
