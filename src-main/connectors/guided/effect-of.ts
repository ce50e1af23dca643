import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { BillingAgency, ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import { invitationLifeMs, type Invitation } from '../../../src-shared/domain/invitation.ts';
import { accessOf, type Access, type Permission } from '../../../src-shared/domain/permissions.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import { assertNever } from '../../../src-shared/result.ts';

/** What is kept of an organization, and who says since when that something was done there. */
export interface EffectContext {
  readonly organizationId: string;
  readonly find: (kind: RecordKind, id: string) => FeedRecord | null;
  readonly userByEmail: (email: string) => User | null;
  /** Null for an agency that nobody has written down. */
  readonly listedAgency: (agencyId: string) => ListedAgency | null;
  /** The permissions that the portal has. */
  readonly offered: readonly Permission[];
  readonly by: string;
  /** ISO 8601 */
  readonly at: string;
}

/**
 * What is so once a decision was carried out at the portal's web site: the records that changed, the decision's subject
 * first. Nothing is refused here, since the portal has let it happen. Null for a subject that is not kept.
 */
export function effectOf(intent: Intent, context: EffectContext): FeedRecord[] | null {
  switch (intent.kind) {
    case 'invite-user':
      return [invited(intent, context)];
    case 'resend-invitation':
      return onInvitation(intent.subjectId, context, { status: 'sent', expiresAt: expiry(context.at) });
    case 'cancel-invitation':
      return onInvitation(intent.subjectId, context, { status: 'cancelled' });
    case 'approve-access-request': {
      const { role, permissions } = intent.payload;
      return onRequest(intent.subjectId, context, { status: 'approved' }, accessOf(role, permissions, context.offered));
    }
    case 'deny-access-request':
      return onRequest(intent.subjectId, context, { status: 'denied', reason: intent.payload.reason }, null);
    case 'make-admin':
      return onUser(intent.subjectId, context, () => granted(accessOf('administrator', [], context.offered)));
    case 'revoke-user':
      return onUser(intent.subjectId, context, () => ({ status: 'revoked' }));
    case 'restore-user':
      return onUser(intent.subjectId, context, () => ({ status: 'active' }));
    case 'edit-role-and-permissions': {
      const { role, permissions } = intent.payload;
      return onUser(intent.subjectId, context, () => granted(accessOf(role, permissions, context.offered)));
    }
    case 'add-billing-agency':
      return addedAgency(intent, context);
    case 'deny-billing-agency': {
      const { reason } = intent.payload;
      return onAgency(intent.subjectId, context, { status: 'denied', activeSince: null, reason });
    }
    default:
      return assertNever(intent);
  }
}

const granted = ({ role, permissions }: Access): Pick<User, 'role' | 'permissions'> => ({
  role,
  permissions: [...permissions],
});

const expiry = (at: string): string => new Date(Date.parse(at) + invitationLifeMs).toISOString();

function invited(
  { subjectId, payload }: Extract<Intent, { kind: 'invite-user' }>,
  { organizationId, by, at, offered }: EffectContext,
): FeedRecord {
  const entity: Invitation = {
    ...payload,
    ...granted(accessOf(payload.role, payload.permissions, offered)),
    id: subjectId,
    organizationId,
    version: 1,
    status: 'sent',
    failure: null,
    failureDetail: null,
    invitedBy: by,
    createdAt: at,
    expiresAt: expiry(at),
    changedBy: by,
    changedAt: at,
  };
  return { kind: 'invitation', entity };
}

function onInvitation(id: string, { find, by, at }: EffectContext, change: Partial<Invitation>): FeedRecord[] | null {
  const known = find('invitation', id);
  if (known?.kind !== 'invitation') return null;
  const { entity } = known;
  return [
    { kind: 'invitation', entity: { ...entity, ...change, version: entity.version + 1, changedBy: by, changedAt: at } },
  ];
}

function onAgency(id: string, { find, by, at }: EffectContext, change: Partial<BillingAgency>): FeedRecord[] | null {
  const known = find('billing-agency', id);
  if (known?.kind !== 'billing-agency') return null;
  const { entity } = known;
  const agency = { ...entity, ...change, version: entity.version + 1, changedBy: by, changedAt: at };
  return [{ kind: 'billing-agency', entity: agency }];
}

/** What is added on the web site acts for the organization from then on (D10). */
function addedAgency(
  { subjectId: id, payload: { agencyId } }: Extract<Intent, { kind: 'add-billing-agency' }>,
  context: EffectContext,
): FeedRecord[] | null {
  const { organizationId, listedAgency, by, at } = context;
  const active = { status: 'active', activeSince: at, reason: null } as const;
  const known = onAgency(id, context, active);
  const listed = listedAgency(agencyId);
  if (known !== null || listed === null) return known;
  const { name, city, state } = listed;
  const told = { ...active, version: 1, changedBy: by, changedAt: at };
  return [{ kind: 'billing-agency', entity: { id, organizationId, agencyId, name, city, state, ...told } }];
}

function onUser(id: string, { find, by, at }: EffectContext, change: () => Partial<User>): FeedRecord[] | null {
  const known = find('user', id);
  if (known?.kind !== 'user') return null;
  const { entity } = known;
  return [
    { kind: 'user', entity: { ...entity, ...change(), version: entity.version + 1, changedBy: by, changedAt: at } },
  ];
}

/** An approval makes the person a user, or gives a known one the access. */
function onRequest(
  id: string,
  context: EffectContext,
  change: Partial<AccessRequest>,
  access: Access | null,
): FeedRecord[] | null {
  const { find, userByEmail, by, at, organizationId } = context;
  const known = find('access-request', id);
  if (known?.kind !== 'access-request') return null;
  const { entity } = known;
  const request: FeedRecord = {
    kind: 'access-request',
    entity: { ...entity, ...change, version: entity.version + 1, changedBy: by, changedAt: at },
  };
  if (access === null) return [request];
  const { email, firstName, lastName, userId } = entity;
  const before = userByEmail(email);
  const person = before ?? { id: userId, version: 0, createdAt: at, lastSignInAt: null, email, firstName, lastName };
  const user: User = {
    ...person,
    ...granted(access),
    organizationId,
    version: person.version + 1,
    status: 'active',
    changedBy: by,
    changedAt: at,
  };
  return [request, { kind: 'user', entity: user }];
}
