import { invitationLifeMs, type Invitation } from '../../../src-shared/domain/invitation.ts';
import { accessOf } from '../../../src-shared/domain/permissions.ts';
import { invitationTransitions, isLegal } from '../../../src-shared/domain/statuses.ts';
import { invalidInput } from '../../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import { append, type KeptInvitation, type Practice } from './memory-practice.ts';
import {
  conflict,
  firstProblem,
  grantedBy,
  holds,
  illegal,
  permitted,
  type Carry,
  type Case,
  type MemoryEffect,
} from './memory-rules.ts';

const expiryFrom = (at: string): string => new Date(Date.parse(at) + invitationLifeMs).toISOString();

/** A change of an invitation, `by` somebody or by the portal itself; answers its position. */
export function changeInvitation(
  practice: Practice,
  kept: KeptInvitation,
  change: Partial<Invitation>,
  by: { readonly accountId: string; readonly name: string } | null,
  at: string,
): number {
  const version = kept.invitation.version + 1;
  kept.invitation = { ...kept.invitation, ...change, version, changedAt: at, changedBy: by?.name ?? null };
  if (by !== null) {
    kept.decidedBy = by.accountId;
    kept.decisionVersion = version;
  }
  return append(practice, { op: 'put', record: { kind: 'invitation', entity: kept.invitation } });
}

/** What others decided is a conflict; what the portal did by itself, or oneself, is none. */
function find(decision: Case, invitationId: string): Result<KeptInvitation> {
  const kept = decision.practice.invitations.get(invitationId);
  if (kept === undefined) return fail({ code: 'not_found' });
  const { invitation, decidedBy, decisionVersion } = kept;
  const { baseVersion } = decision.command;
  const knew = decidedBy === decision.actor.accountId || baseVersion >= decisionVersion;
  const problem = firstProblem(
    permitted(decision, 'invite', undefined, accessOf(invitation.role, invitation.permissions, decision.offered)),
    holds(knew && baseVersion <= invitation.version, () => conflict(invitation)),
  );
  return problem.ok ? ok(kept) : problem;
}

const invitable =
  ({ practice, at }: Case, email: string, invitationId: string) =>
  (): Result<null> => {
    const isUser = [...practice.members.values()].some(
      ({ user, isDenied }) => user.email === email && !isDenied && user.status !== 'revoked',
    );
    if (isUser) return fail({ code: 'already_a_user' });
    const open = [...practice.invitations.values()].find(
      ({ invitation }) =>
        invitation.email === email && invitation.id !== invitationId && ['sending', 'sent'].includes(invitation.status),
    );
    if (open === undefined) return ok(null);
    if (open.invitation.status === 'sending' || open.invitation.expiresAt > at)
      return fail({ code: 'already_invited' });
    changeInvitation(practice, open, { status: 'expired' }, null, at);
    return ok(null);
  };

const effectOf = ({ invitation }: KeptInvitation, position: number): Result<MemoryEffect> =>
  ok({ version: invitation.version, position });

export const inviteUser: Carry<'invite-user'> = (decision, { subjectId, payload }) => {
  const { practice, actor, at, command } = decision;
  const granted = grantedBy(decision, payload);
  if (!granted.ok) return granted;
  const taken = practice.invitations.get(subjectId);
  const problem = firstProblem(
    permitted(decision, 'invite', undefined, granted.value),
    taken === undefined ? () => ok(null) : () => conflict(taken.invitation),
    holds(command.baseVersion === 0, () => fail(invalidInput([{ path: 'baseVersion', code: 'invalid_format' }]))),
    invitable(decision, payload.email, subjectId),
  );
  if (!problem.ok) return problem;
  const { role, permissions } = granted.value;
  const invitation: Invitation = {
    id: subjectId,
    organizationId: practice.organization.id,
    version: 1,
    email: payload.email,
    firstName: payload.firstName,
    lastName: payload.lastName,
    role,
    permissions: [...permissions],
    status: 'sending',
    failure: null,
    failureDetail: null,
    invitedBy: actor.name,
    createdAt: at,
    expiresAt: expiryFrom(at),
    changedBy: actor.name,
    changedAt: at,
  };
  const kept = { invitation, decidedBy: actor.accountId, decisionVersion: 1 };
  practice.invitations.set(subjectId, kept);
  return effectOf(kept, append(practice, { op: 'put', record: { kind: 'invitation', entity: invitation } }));
};

export const resendInvitation: Carry<'resend-invitation'> = (decision, { subjectId }) => {
  const found = find(decision, subjectId);
  if (!found.ok) return found;
  const kept = found.value;
  const { invitation } = kept;
  const problem = firstProblem(
    holds(isLegal(invitationTransitions, invitation.status, 'sending'), () => illegal(invitation)),
    invitable(decision, invitation.email, invitation.id),
  );
  if (!problem.ok) return problem;
  const { practice, actor, at } = decision;
  const anew = { status: 'sending', failure: null, failureDetail: null, expiresAt: expiryFrom(at) } as const;
  return effectOf(kept, changeInvitation(practice, kept, anew, actor, at));
};

export const cancelInvitation: Carry<'cancel-invitation'> = (decision, { subjectId }) => {
  const found = find(decision, subjectId);
  if (!found.ok) return found;
  const kept = found.value;
  const { invitation } = kept;
  if (!isLegal(invitationTransitions, invitation.status, 'cancelled')) return illegal(invitation);
  const { practice, actor, at } = decision;
  const position = changeInvitation(practice, kept, { status: 'cancelled' }, actor, at);
  return effectOf(kept, position);
};
