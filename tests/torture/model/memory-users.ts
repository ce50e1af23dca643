import { accessOf, mayAct, type Access } from '../../../src-shared/domain/permissions.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { append, type Member } from './memory-practice.ts';
import {
  current,
  firstProblem,
  grantedBy,
  holds,
  illegal,
  permitted,
  type Carry,
  type Case,
  type MemoryEffect,
} from './memory-rules.ts';

/** Writes what was decided about a member, and raises their version by one. */
export function changeMember(decision: Case, member: Member, change: Partial<User>): void {
  const { actor, at } = decision;
  member.user = { ...member.user, ...change, version: member.user.version + 1, changedAt: at, changedBy: actor.name };
}

const found = ({ practice }: Case, userId: string): Member | null => {
  const member = practice.members.get(userId);
  return member === undefined || member.isDenied ? null : member;
};

const accessNow = ({ offered }: Case, { user }: Member): Access => accessOf(user.role, user.permissions, offered);

function told(decision: Case, member: Member): MemoryEffect {
  const position = append(decision.practice, { op: 'put', record: { kind: 'user', entity: member.user } });
  decision.tell(member.accountId);
  return { version: member.user.version, position };
}

const seatKept =
  ({ practice }: Case, { user }: Member) =>
  (): Result<null> => {
    if (user.role !== 'administrator' || user.status !== 'active') return ok(null);
    const others = [...practice.members.values()].filter(
      (other) =>
        other.user.id !== user.id &&
        other.user.role === 'administrator' &&
        other.user.status === 'active' &&
        !other.isDenied,
    );
    return others.length > 0 ? ok(null) : fail({ code: 'last_administrator' });
  };

function giveAccess(decision: Case, member: Member, granted: Access): Result<MemoryEffect> {
  const before = accessNow(decision, member);
  changeMember(decision, member, { role: granted.role, permissions: [...granted.permissions] });
  const effect = told(decision, member);
  if (mayAct(before, 'view') !== mayAct(granted, 'view')) member.floor = effect.position;
  return ok(effect);
}

export const makeAdmin: Carry<'make-admin'> = (decision, { subjectId }) => {
  const member = found(decision, subjectId);
  if (member === null) return fail({ code: 'not_found' });
  const { user } = member;
  const isOpen = user.status === 'active' && user.role !== 'administrator';
  const problem = firstProblem(
    permitted(decision, 'make-administrator', accessNow(decision, member)),
    current(decision, user),
    holds(isOpen, () => illegal(user)),
  );
  if (!problem.ok) return problem;
  return giveAccess(decision, member, { role: 'administrator', permissions: decision.offered });
};

export const editAccess: Carry<'edit-role-and-permissions'> = (decision, { subjectId, payload }) => {
  const member = found(decision, subjectId);
  if (member === null) return fail({ code: 'not_found' });
  const granted = grantedBy(decision, payload);
  if (!granted.ok) return granted;
  const { user } = member;
  const problem = firstProblem(
    permitted(decision, 'edit-access', accessNow(decision, member), granted.value),
    current(decision, user),
    holds(user.status === 'active', () => illegal(user)),
    granted.value.role === 'administrator' ? () => ok(null) : seatKept(decision, member),
  );
  return problem.ok ? giveAccess(decision, member, granted.value) : problem;
};

export const revokeUser: Carry<'revoke-user'> = (decision, { subjectId, payload }) => {
  const member = found(decision, subjectId);
  if (member === null) return fail({ code: 'not_found' });
  const { user } = member;
  const problem = firstProblem(
    permitted(decision, 'revoke', accessNow(decision, member)),
    current(decision, user),
    holds(user.status === 'active', () => illegal(user)),
    seatKept(decision, member),
  );
  if (!problem.ok) return problem;
  changeMember(decision, member, { status: 'revoked' });
  member.reason = payload.reason;
  decision.lost(member.accountId);
  return ok(told(decision, member));
};

export const restoreUser: Carry<'restore-user'> = (decision, { subjectId }) => {
  const member = found(decision, subjectId);
  if (member === null) return fail({ code: 'not_found' });
  const { user } = member;
  const access = accessNow(decision, member);
  const problem = firstProblem(
    permitted(decision, 'restore', access, access),
    current(decision, user),
    holds(user.status === 'revoked', () => illegal(user)),
  );
  if (!problem.ok) return problem;
  changeMember(decision, member, { status: 'active' });
  member.reason = null;
  return ok(told(decision, member));
};
