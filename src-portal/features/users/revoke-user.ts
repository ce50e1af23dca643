import { isLegal, userTransitions } from '../../../src-shared/domain/statuses.ts';
import { ok } from '../../../src-shared/result.ts';
import type { DatabaseTransaction } from '../../context.ts';
import { endSessions } from '../../identity/end-sessions.ts';
import { accessRevokedLetter } from '../../mail/letters.ts';
import { checkPermission, checkVersion, illegalTransition, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { changeMembership } from './change-membership.ts';
import { checkAnotherAdministrator } from './last-administrator.ts';
import { findSubjectUser } from './subject-user.ts';
import { tellAccount } from './tell-account.ts';
import { writeToUser } from './write-to-user.ts';

/** Revoke User (C12): takes the access away at once; of somebody who has no other, the sessions too. */
export const revokeUser: CarryOut<'revoke-user'> = async (decision, intent) => {
  const subject = await findSubjectUser(decision, intent.subjectId);
  if (!subject.ok) return subject;
  const { user: before, accountId, access } = subject.value;
  const permitted = checkPermission(decision, 'revoke', access);
  if (!permitted.ok) return permitted;
  const current = checkVersion(decision, before);
  if (!current.ok) return current;
  if (!isLegal(userTransitions, before.status, 'revoked')) return illegalTransition(before);
  const seatKept = await checkAnotherAdministrator(decision, subject.value);
  if (!seatKept.ok) return seatKept;

  const { transaction, context } = decision;
  const { reason } = intent.payload;
  const user = await changeMembership(decision, before.id, { status: 'revoked', status_reason: reason });
  if (!(await hasActiveMembership(transaction, accountId))) {
    await endSessions(transaction, context.chance, accountId, 'revoked');
  }
  await writeToUser(decision, user, (news) => accessRevokedLetter({ ...news, reason }));
  await tellAccount(transaction, context, accountId);
  return ok(await leaveTrace(decision, { before, reason, subject: { kind: 'user', entity: user } }));
};

async function hasActiveMembership(transaction: DatabaseTransaction, accountId: string): Promise<boolean> {
  // two organizations that revoke the same person at once must not each take the other's membership for a reason to stay
  await transaction.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
  const active = await transaction
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', accountId)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return active !== undefined;
}
