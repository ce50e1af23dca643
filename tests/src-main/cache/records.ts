import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { Account } from '../../../src-shared/domain/account.ts';
import type { Command, Intent } from '../../../src-shared/domain/command.ts';
import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import type { LinkedAccount, Organization } from '../../../src-shared/domain/organization.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { Change, FeedRecord } from '../../../src-shared/portal-api/changes.ts';

/** The nth UUIDv7 of the tests; the group keeps kinds of things apart. */
export const testId = (group: number, n: number): string =>
  `01900000-${group.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;

const groups = { organization: 1, user: 2, invitation: 3, request: 4, command: 5, account: 6, linked: 7 } as const;
export const idOf = (group: keyof typeof groups, n: number): string => testId(groups[group], n);

export const moment = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 8, minute)).toISOString();

export const organizationId = idOf('organization', 1);
export const otherOrganizationId = idOf('organization', 2);

export const user = (n: number, change: Partial<User> = {}): User => ({
  id: idOf('user', n),
  organizationId,
  version: 1,
  email: `person${n}@bergpractice.example`,
  firstName: `First${n}`,
  lastName: `Last${n}`,
  role: 'user',
  permissions: ['eligibility', 'claims-status'],
  status: 'active',
  createdAt: moment(n),
  lastSignInAt: null,
  changedBy: null,
  changedAt: moment(n),
  ...change,
});

export const invitation = (n: number, change: Partial<Invitation> = {}): Invitation => ({
  id: idOf('invitation', n),
  organizationId,
  version: 1,
  email: `guest${n}@bergpractice.example`,
  firstName: `Guest${n}`,
  lastName: `Invited${n}`,
  role: 'user',
  permissions: ['eligibility'],
  status: 'sent',
  failure: null,
  failureDetail: null,
  invitedBy: 'Anna Berg',
  createdAt: moment(n),
  expiresAt: moment(n + 7 * 24 * 60),
  changedBy: null,
  changedAt: moment(n),
  ...change,
});

export const accessRequest = (n: number, change: Partial<AccessRequest> = {}): AccessRequest => ({
  id: idOf('request', n),
  organizationId,
  version: 1,
  userId: idOf('user', 1000 + n),
  email: `newcomer${n}@bergpractice.example`,
  firstName: `New${n}`,
  lastName: `Comer${n}`,
  phone: null,
  status: 'pending',
  reason: null,
  evidence: { emailVerifiedAt: moment(n), matchedOn: ['zip'], otherOrganizations: 0, accountCreatedAt: moment(n) },
  requestedAt: moment(n),
  changedBy: null,
  changedAt: moment(n),
  ...change,
});

export const organization = (n: number, change: Partial<Organization> = {}): Organization => ({
  id: idOf('organization', n),
  version: 1,
  providerType: 'group',
  name: `Practice ${n}`,
  providerId: `10000${n}`,
  npi: null,
  taxIdLastFour: '6789',
  city: 'Boston',
  state: 'MA',
  ...change,
});

export const account = (n: number, change: Partial<Account> = {}): Account => ({
  id: idOf('account', n),
  portalId: 'cca',
  email: `admin${n}@bergpractice.example`,
  username: null,
  firstName: 'Anna',
  lastName: `Berg${n}`,
  status: 'active',
  authenticatorSince: null,
  createdAt: moment(n),
  expiresAt: null,
  migrationDueAt: null,
  ...change,
});

export const linkedAccount = (n: number, of: Organization, change: Partial<LinkedAccount> = {}): LinkedAccount => ({
  id: idOf('linked', n),
  version: 1,
  organization: of,
  role: 'administrator',
  permissions: ['eligibility', 'manage-users'],
  status: 'active',
  statusReason: null,
  statusChangedAt: moment(n),
  nickname: null,
  isDefault: false,
  administrators: [],
  ...change,
});

export const records = {
  user: (entity: User): FeedRecord => ({ kind: 'user', entity }),
  invitation: (entity: Invitation): FeedRecord => ({ kind: 'invitation', entity }),
  accessRequest: (entity: AccessRequest): FeedRecord => ({ kind: 'access-request', entity }),
  organization: (entity: Organization): FeedRecord => ({ kind: 'organization', entity }),
};

export const put = (position: number, record: FeedRecord): Change => ({ position, change: { op: 'put', record } });

export const command = (n: number, intent: Intent, of: string = organizationId): Omit<Command, 'baseVersion'> => ({
  id: idOf('command', n),
  organizationId: of,
  decidedAt: moment(n),
  intent,
});

export const intents = {
  invite: (n: number): Intent => ({
    kind: 'invite-user',
    subjectId: idOf('invitation', n),
    payload: {
      email: `guest${n}@bergpractice.example`,
      firstName: `Guest${n}`,
      lastName: `Invited${n}`,
      role: 'user',
      permissions: ['eligibility'],
    },
  }),
  cancelInvitation: (n: number): Intent => ({
    kind: 'cancel-invitation',
    subjectId: idOf('invitation', n),
    payload: {},
  }),
  revoke: (n: number): Intent => ({ kind: 'revoke-user', subjectId: idOf('user', n), payload: { reason: null } }),
  restore: (n: number): Intent => ({ kind: 'restore-user', subjectId: idOf('user', n), payload: {} }),
  makeAdmin: (n: number): Intent => ({ kind: 'make-admin', subjectId: idOf('user', n), payload: {} }),
  deny: (n: number): Intent => ({
    kind: 'deny-access-request',
    subjectId: idOf('request', n),
    payload: { reason: 'Not known here' },
  }),
};
