import type { Command } from '../../../src-shared/domain/command.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { accessOf, mayAct, type Permission } from '../../../src-shared/domain/permissions.ts';
import type { Change, FeedRecord, Hint } from '../../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';
import { assertNever, fail, ok, type Result } from '../../../src-shared/result.ts';
import { bodyHash } from '../../../src-portal/features/commands/body-hash.ts';
import { addAgency, denyAgency } from './memory-agencies.ts';
import { cancelInvitation, changeInvitation, inviteUser, resendInvitation } from './memory-invitations.ts';
import { append, recordsOf, versionOf, type Member, type Practice } from './memory-practice.ts';
import { approveRequest, denyRequest } from './memory-requests.ts';
import type { Case, MemoryEffect } from './memory-rules.ts';
import { editAccess, makeAdmin, restoreUser, revokeUser } from './memory-users.ts';

/** A command that took effect, and the version of its subject just before. */
export interface Applied {
  readonly commandId: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly subjectId: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A portal in memory that follows the service's rules to the letter: versions, refusals, idempotency by id and body, a
 * gapless feed with a floor, rights that change what is seen. `same-as-the-service.ts` holds it to them.
 */
export class MemoryPortal {
  readonly practices = new Map<string, Practice>();
  /** In the order in which it happened, over all organizations. */
  readonly applied: Applied[] = [];
  readonly outcomes = new Map<string, { accountId: string; hash: string; outcome: Outcome }>();
  /** Accounts whose session ended; they have to sign in again. */
  readonly ended = new Set<string>();
  hint: (accountIds: readonly string[], hint: Hint) => void = () => undefined;

  constructor(
    readonly offered: readonly Permission[],
    readonly now: () => Date,
  ) {}

  practice(organizationId: string): Practice {
    const practice = this.practices.get(organizationId);
    if (practice === undefined) throw new Error(`There is no organization ${organizationId}`);
    return practice;
  }

  position = (organizationId: string): number => this.practice(organizationId).changes.length;

  submit(accountId: string, command: Command): Result<Outcome> {
    const hash = bodyHash(command);
    const known = this.outcomes.get(command.id);
    if (known !== undefined) {
      return known.accountId === accountId && known.hash === hash
        ? ok(known.outcome)
        : fail({ code: 'command_id_reused' });
    }
    const practice = this.practices.get(command.organizationId);
    if (practice === undefined) return fail({ code: 'not_permitted' });
    const member = activeMember(practice, accountId);
    if (member === null) {
      if (memberOf(practice, accountId) === null) return fail({ code: 'not_permitted' });
      const outcome: Outcome = { status: 'refused', commandId: command.id, error: { code: 'not_permitted' } };
      this.outcomes.set(command.id, { accountId, hash, outcome });
      return ok(outcome);
    }
    const { subjectId } = command.intent;
    const from = versionOf(practice, subjectId);
    const before = practice.changes.length;
    const effect = carryOut(
      {
        practice,
        offered: this.offered,
        actor: { accountId, name: member.name, access: this.#accessOf(member) },
        command,
        at: this.now().toISOString(),
        tell: (told) => {
          this.hint([told], { about: 'linked-accounts' });
        },
        lost: (lost) => {
          if (!this.#isActiveAnywhere(lost)) this.ended.add(lost);
        },
      },
      command,
    );
    const outcome: Outcome = effect.ok
      ? { status: 'applied', commandId: command.id, ...effect.value }
      : { status: 'refused', commandId: command.id, error: effect.error };
    this.outcomes.set(command.id, { accountId, hash, outcome });
    if (effect.ok) {
      const { organizationId, id: commandId } = command;
      this.applied.push({ commandId, accountId, organizationId, subjectId, from, to: effect.value.version });
    }
    if (practice.changes.length > before) this.#tellFeed(practice);
    return ok(outcome);
  }

  changes(
    accountId: string,
    organizationId: string,
    after: number,
    limit: number,
  ): Result<{ changes: Change[]; more: boolean }> {
    const viewed = this.#viewed(accountId, organizationId);
    if (!viewed.ok) return viewed;
    const { practice, floor, seesPeople } = viewed.value;
    if (after < floor || after > practice.changes.length) return fail({ code: 'feed_truncated' });
    const page = practice.changes.slice(after, after + limit);
    const more = after + page.length < practice.changes.length;
    if (seesPeople) return ok({ changes: page, more });
    const record = { kind: 'organization', entity: practice.organization } as const;
    return ok({ changes: page.map(({ position }) => ({ position, change: { op: 'put', record } })), more });
  }

  /** `after` as this portal makes it: where the first page stood, how many there were, and the last record. */
  snapshot(
    accountId: string,
    organizationId: string,
    after: string | null,
    limit: number,
  ): Result<{ records: FeedRecord[]; next: string | null; position: number; total: number }> {
    const viewed = this.#viewed(accountId, organizationId);
    if (!viewed.ok) return viewed;
    const { practice, floor, seesPeople } = viewed.value;
    const all = recordsOf(practice).filter(({ kind }) => seesPeople || kind === 'organization');
    const [position = practice.changes.length, total = all.length] = after?.split(' ').slice(0, 2).map(Number) ?? [];
    if (position < floor) return fail({ code: 'feed_truncated' });
    const [kind = '', id = ''] = after?.split(' ').slice(2) ?? [];
    const rest = after === null ? all : all.slice(placeAfter(all, kind, id));
    const records = rest.slice(0, limit);
    const last = records.at(-1);
    const isMore = rest.length > limit && last !== undefined;
    return ok({
      records,
      next: isMore ? `${position} ${total} ${last.kind} ${last.entity.id}` : null,
      position,
      total,
    });
  }

  linkedAccounts(accountId: string): LinkedAccount[] {
    const linked = [...this.practices.values()].flatMap((practice) => {
      const member = memberOf(practice, accountId);
      return member === null ? [] : [toLinked(practice, member)];
    });
    const first = linked.find(({ status }) => status === 'active') ?? linked[0];
    return linked.map((each) => ({ ...each, isDefault: each === first }));
  }

  seesPeople(accountId: string, organizationId: string): boolean {
    const member = activeMember(this.practice(organizationId), accountId);
    return member !== null && mayAct(this.#accessOf(member), 'view');
  }

  isActive = (accountId: string, organizationId: string): boolean =>
    activeMember(this.practice(organizationId), accountId) !== null;

  /** A sign-in changes the user's record without being a decision about it. */
  signIn(accountId: string): void {
    this.ended.delete(accountId);
    for (const practice of this.practices.values()) {
      const member = memberOf(practice, accountId);
      if (member === null) continue;
      member.user = { ...member.user, lastSignInAt: this.now().toISOString() };
      if (member.isDenied || member.user.status === 'revoked') continue;
      append(practice, { op: 'put', record: { kind: 'user', entity: member.user } });
      this.#tellFeed(practice);
    }
  }

  /** Every invitation whose email is on its way has arrived, or has not. */
  deliverMail(organizationId: string, arrives: boolean): void {
    const practice = this.practice(organizationId);
    const change = arrives
      ? { status: 'sent' as const, failure: null, failureDetail: null }
      : { status: 'failed' as const, failure: 'mailbox_refused' as const, failureDetail: 'No such mailbox' };
    for (const kept of practice.invitations.values()) {
      if (kept.invitation.status === 'sending')
        changeInvitation(practice, kept, change, null, this.now().toISOString());
    }
    this.#tellFeed(practice);
  }

  /** Housekeeping: who stands before the feed's end has to load afresh. */
  truncate(organizationId: string): void {
    const practice = this.practice(organizationId);
    practice.floor = practice.changes.length;
  }

  #viewed(
    accountId: string,
    organizationId: string,
  ): Result<{ practice: Practice; floor: number; seesPeople: boolean }> {
    const practice = this.practices.get(organizationId);
    const member = practice === undefined ? null : activeMember(practice, accountId);
    if (practice === undefined || member === null) return fail({ code: 'not_permitted' });
    const seesPeople = mayAct(this.#accessOf(member), 'view');
    return ok({ practice, floor: Math.max(practice.floor, member.floor), seesPeople });
  }

  #accessOf = ({ user }: Member) => accessOf(user.role, user.permissions, this.offered);

  #isActiveAnywhere = (accountId: string): boolean =>
    [...this.practices.values()].some((practice) => activeMember(practice, accountId) !== null);

  #tellFeed(practice: Practice): void {
    const organizationId = practice.organization.id;
    const members = [...practice.members.values()].filter(({ user }) => user.status === 'active');
    const hint: Hint = { about: 'organization', organizationId, position: practice.changes.length };
    this.hint(
      members.map(({ accountId }) => accountId),
      hint,
    );
  }
}

const memberOf = (practice: Practice, accountId: string): Member | null =>
  [...practice.members.values()].find((member) => member.accountId === accountId) ?? null;

function activeMember(practice: Practice, accountId: string): Member | null {
  const member = memberOf(practice, accountId);
  return member !== null && !member.isDenied && member.user.status === 'active' ? member : null;
}

function placeAfter(all: readonly FeedRecord[], kind: string, id: string): number {
  const kinds = ['organization', 'user', 'invitation', 'access-request', 'billing-agency'];
  const isBeyond = (record: FeedRecord): boolean => {
    const apart = kinds.indexOf(record.kind) - kinds.indexOf(kind);
    return apart > 0 || (apart === 0 && record.entity.id > id);
  };
  const place = all.findIndex(isBeyond);
  return place === -1 ? all.length : place;
}

function toLinked({ organization }: Practice, { user, isDenied, reason }: Member): LinkedAccount {
  const status = user.status === 'pending' ? 'awaiting-administrator' : user.status;
  return {
    id: user.id,
    version: user.version,
    organization,
    role: user.role,
    permissions: user.permissions,
    status: isDenied ? 'denied' : status,
    statusReason: reason,
    statusChangedAt: user.changedAt,
    nickname: null,
    isDefault: false,
    administrators: [],
  };
}

function carryOut(decision: Case, { intent }: Command): Result<MemoryEffect> {
  switch (intent.kind) {
    case 'invite-user':
      return inviteUser(decision, intent);
    case 'resend-invitation':
      return resendInvitation(decision, intent);
    case 'cancel-invitation':
      return cancelInvitation(decision, intent);
    case 'approve-access-request':
      return approveRequest(decision, intent);
    case 'deny-access-request':
      return denyRequest(decision, intent);
    case 'make-admin':
      return makeAdmin(decision, intent);
    case 'revoke-user':
      return revokeUser(decision, intent);
    case 'restore-user':
      return restoreUser(decision, intent);
    case 'edit-role-and-permissions':
      return editAccess(decision, intent);
    case 'add-billing-agency':
      return addAgency(decision, intent);
    case 'deny-billing-agency':
      return denyAgency(decision, intent);
    default:
      return assertNever(intent);
  }
}
