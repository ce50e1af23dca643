import { portals } from '../../src-shared/portals/catalogue.ts';
import type { DatabaseTransaction, PortalContext } from '../context.ts';
import { hashSecurityAnswer, putSecurityAnswers, type HashedAnswer } from '../identity/security-answers.ts';
import { danaWhitfield, demoAnswers } from './demo-accounts.ts';

/** Takes long on purpose: call it outside of transactions. */
export const hashedDemoAnswers = async (context: PortalContext): Promise<HashedAnswer[]> => {
  const hashed: HashedAnswer[] = [];
  for (const { place, question, answer } of demoAnswers)
    hashed.push({ place, question, answerHash: await hashSecurityAnswer(context, answer) });
  return hashed;
};

/** Gives Dana these answers at each portal that asks a secret question at the sign-in (E1). */
export async function seedSecurityAnswers(
  transaction: DatabaseTransaction,
  answers: readonly HashedAnswer[],
): Promise<void> {
  const asking = portals.filter(({ passcodeMethods }) => passcodeMethods.includes('secret-question'));
  const accounts = await transaction
    .selectFrom('account')
    .select('id')
    .where('email', '=', danaWhitfield.email)
    .where(
      'portal_id',
      'in',
      asking.map(({ id }) => id),
    )
    .execute();
  for (const { id } of accounts) await putSecurityAnswers(transaction, id, answers);
}
