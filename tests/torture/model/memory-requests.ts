import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { append } from './memory-practice.ts';
import { current, firstProblem, grantedBy, holds, illegal, permitted, type Carry, type Case } from './memory-rules.ts';
import { changeMember } from './memory-users.ts';

interface Kept {
  request: AccessRequest;
  readonly userId: string;
}

function find(decision: Case, requestId: string): Result<Kept> {
  const kept = decision.practice.requests.get(requestId);
  if (kept === undefined) return fail({ code: 'not_found' });
  const { request } = kept;
  const problem = firstProblem(
    current(decision, request),
    holds(request.status === 'pending', () => illegal(request)),
  );
  return problem.ok ? ok(kept) : problem;
}

function settle(
  { actor, at, practice }: Case,
  kept: Kept,
  status: 'approved' | 'denied',
  reason: string | null,
): number {
  const version = kept.request.version + 1;
  kept.request = { ...kept.request, status, reason, version, changedAt: at, changedBy: actor.name };
  return append(practice, { op: 'put', record: { kind: 'access-request', entity: kept.request } });
}

function requester({ practice }: Case, { userId }: Kept) {
  const member = practice.members.get(userId);
  if (member === undefined) throw new Error('A request has its pending user');
  return member;
}

export const approveRequest: Carry<'approve-access-request'> = (decision, { subjectId, payload }) => {
  const granted = grantedBy(decision, payload);
  if (!granted.ok) return granted;
  const may = permitted(decision, 'decide-request', undefined, granted.value)();
  if (!may.ok) return may;
  const kept = find(decision, subjectId);
  if (!kept.ok) return kept;
  const member = requester(decision, kept.value);
  const { role, permissions } = granted.value;
  changeMember(decision, member, { status: 'active', role, permissions: [...permissions] });
  settle(decision, kept.value, 'approved', null);
  const position = append(decision.practice, { op: 'put', record: { kind: 'user', entity: member.user } });
  decision.tell(member.accountId);
  return ok({ version: kept.value.request.version, position });
};

export const denyRequest: Carry<'deny-access-request'> = (decision, { subjectId, payload }) => {
  const may = permitted(decision, 'decide-request')();
  if (!may.ok) return may;
  const kept = find(decision, subjectId);
  if (!kept.ok) return kept;
  const member = requester(decision, kept.value);
  changeMember(decision, member, {});
  member.isDenied = true;
  member.reason = payload.reason;
  settle(decision, kept.value, 'denied', payload.reason);
  const position = append(decision.practice, { op: 'delete', kind: 'user', id: member.user.id });
  decision.tell(member.accountId);
  return ok({ version: kept.value.request.version, position });
};
