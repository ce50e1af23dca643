import { isLegal, userTransitions } from '../../../src-shared/domain/statuses.ts';
import { ok } from '../../../src-shared/result.ts';
import { accessRestoredLetter } from '../../mail/letters.ts';
import { checkPermission, checkVersion, illegalTransition, leaveTrace, type CarryOut } from '../commands/decision.ts';
import { changeMembership } from './change-membership.ts';
import { findSubjectUser } from './subject-user.ts';
import { tellAccount } from './tell-account.ts';
import { writeToUser } from './write-to-user.ts';

/**
 * Gives a revoked user back the role and permissions that they had; an administrator comes back as one. Who may not
 * hand on such access may not restore it either. [ours]
 */
export const restoreUser: CarryOut<'restore-user'> = async (decision, intent) => {
  const subject = await findSubjectUser(decision, intent.subjectId);
  if (!subject.ok) return subject;
  const { user: before, accountId, access } = subject.value;
  const permitted = checkPermission(decision, 'restore', access, access);
  if (!permitted.ok) return permitted;
  const current = checkVersion(decision, before);
  if (!current.ok) return current;
  if (before.status !== 'revoked' || !isLegal(userTransitions, before.status, 'active')) {
    return illegalTransition(before);
  }
  const user = await changeMembership(decision, before.id, { status: 'active', status_reason: null });
  await writeToUser(decision, user, accessRestoredLetter);
  await tellAccount(decision.transaction, decision.context, accountId);
  return ok(await leaveTrace(decision, { before, subject: { kind: 'user', entity: user } }));
};
