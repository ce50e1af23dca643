import { findPortal } from '../../src-shared/portals/catalogue.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../context.ts';
import type { AccountRow } from './account-of.ts';
import type { PasswordVerifier } from './password-hash.ts';
import { securityAnswerKey } from './security-answers.ts';

export interface SecretQuestion {
  /** As `putSecurityAnswers` keeps it. */
  readonly place: number;
  readonly text: string;
}

/**
 * Which of the account's questions its sign-ins ask (E1): one after the other, and the same one until it has been answered
 * rightly, so that nobody guesses their way to an easier one. Null where the portal offers none or the account has none.
 */
export async function secretQuestionOf(database: Database, account: AccountRow): Promise<SecretQuestion | null> {
  const portal = findPortal(account.portal_id);
  if (portal?.passcodeMethods.includes('secret-question') !== true) return null;
  const known = await database
    .selectFrom('security_answer')
    .select(['place', 'question'])
    .where('account_id', '=', account.id)
    .orderBy('place')
    .execute();
  const asked = known[account.secret_question_turn % Math.max(known.length, 1)];
  if (asked === undefined) return null;
  const texts = portal.registration.steps
    .flatMap(({ fields }) => fields)
    .filter(({ id }) => id === `securityQuestion${String(asked.place)}`)
    .flatMap(({ options = [] }) => options);
  const text = texts.find(({ value }) => value === asked.question)?.label;
  return text === undefined ? null : { place: asked.place, text };
}

/** Whether this answers the question that a sign-in asked, capitals and spaces apart; if so, the next sign-in asks another. */
export async function answersSecretQuestion(
  transaction: DatabaseTransaction,
  context: PortalContext,
  verifier: PasswordVerifier,
  { account, place, answer }: { readonly account: AccountRow; readonly place: number; readonly answer: string },
): Promise<boolean> {
  const known = await transaction
    .selectFrom('security_answer')
    .select('answer_hash')
    .where('account_id', '=', account.id)
    .where('place', '=', place)
    .executeTakeFirst();
  const right = await verifier.matches(known?.answer_hash ?? null, securityAnswerKey(context, answer));
  if (!right) return false;
  await transaction
    .updateTable('account')
    .set((row) => ({ secret_question_turn: row('secret_question_turn', '+', 1) }))
    .where('id', '=', account.id)
    .execute();
  return true;
}
