import type { Access } from '../../../src-shared/domain/permissions.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { madeAdministratorLetter } from '../../mail/letters.ts';
import {
  checkPermission,
  checkVersion,
  illegalTransition,
  leaveTrace,
  type CarryOut,
  type Decision,
  type Effect,
} from '../commands/decision.ts';
import { changeMembership, renewViewOnChange } from './change-membership.ts';
import { grantedAccess } from './granted-access.ts';
import { checkAnotherAdministrator } from './last-administrator.ts';
import { findSubjectUser, type SubjectUser } from './subject-user.ts';
import { tellAccount } from './tell-account.ts';
import { writeToUser } from './write-to-user.ts';

/** Make Admin (C12): an active user gets every permission of the portal. */
export const makeAdmin: CarryOut<'make-admin'> = async (decision, intent) => {
  const subject = await findSubjectUser(decision, intent.subjectId);
  if (!subject.ok) return subject;
  const { user, access } = subject.value;
  const permitted = checkPermission(decision, 'make-administrator', access);
  if (!permitted.ok) return permitted;
  const current = checkVersion(decision, user);
  if (!current.ok) return current;
  if (user.status !== 'active' || user.role === 'administrator') return illegalTransition(user);
  return ok(
    await giveAccess(decision, subject.value, { role: 'administrator', permissions: decision.portal.permissions }),
  );
};

/** Edit Role and Permissions (C12) of an active user. */
export const editRoleAndPermissions: CarryOut<'edit-role-and-permissions'> = async (decision, intent) => {
  const subject = await findSubjectUser(decision, intent.subjectId);
  if (!subject.ok) return subject;
  const { user, access } = subject.value;
  const granted = grantedAccess(decision.portal, intent.payload);
  if (!granted.ok) return granted;
  const permitted = checkPermission(decision, 'edit-access', access, granted.value);
  if (!permitted.ok) return permitted;
  const current = checkVersion(decision, user);
  if (!current.ok) return current;
  if (user.status !== 'active') return illegalTransition(user);
  const seatKept = await keepsSeat(decision, subject.value, granted.value);
  if (!seatKept.ok) return seatKept;
  return ok(await giveAccess(decision, subject.value, granted.value));
};

const keepsSeat = async (decision: Decision, subject: SubjectUser, granted: Access): Promise<Result<null>> =>
  granted.role === 'administrator' ? ok(null) : checkAnotherAdministrator(decision, subject);

async function giveAccess(decision: Decision, subject: SubjectUser, granted: Access): Promise<Effect> {
  const { user: before, accountId, access } = subject;
  const user = await changeMembership(decision, before.id, {
    role: granted.role,
    permissions: [...granted.permissions],
  });
  const effect = await leaveTrace(decision, { before, subject: { kind: 'user', entity: user } });
  await renewViewOnChange(decision.transaction, user.id, access, granted, effect.position);
  if (before.role !== 'administrator' && user.role === 'administrator') {
    await writeToUser(decision, user, madeAdministratorLetter);
  }
  await tellAccount(decision.transaction, decision.context, accountId);
  return effect;
}
