import type { Account } from '../../../src-shared/domain/account.ts';
import type { Intent } from '../../../src-shared/domain/command.ts';
import type { LinkedAccount, Organization } from '../../../src-shared/domain/organization.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';

export const moment = '2026-03-02T08:00:00.000Z';

/** A UUIDv7 by number, in order. */
export const id = (number: number): string => `01950000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** Ids of things by what they are, so that none are the same by accident. */
export const accountId = (number: number): string => id(1_000_000 + number);
export const organizationId = (number: number): string => id(2_000_000 + number);
export const linkedAccountId = (number: number): string => id(3_000_000 + number);
export const userId = (number: number): string => id(4_000_000 + number);

export const account = (number = 1, change: Partial<Account> = {}): Account => ({
  id: accountId(number),
  portalId: 'cca',
  email: `admin${number}@example.com`,
  username: null,
  firstName: 'Ada',
  lastName: 'Admin',
  status: 'active',
  authenticatorSince: null,
  createdAt: moment,
  expiresAt: null,
  migrationDueAt: null,
  ...change,
});

export const organization = (number = 1): Organization => ({
  id: organizationId(number),
  version: 1,
  providerType: 'group',
  name: `Practice ${number}`,
  providerId: `P${number}`,
  npi: null,
  taxIdLastFour: '6789',
  city: 'Boston',
  state: 'MA',
});

export const linkedAccount = (number = 1, change: Partial<LinkedAccount> = {}): LinkedAccount => ({
  id: linkedAccountId(number),
  version: 1,
  organization: organization(number),
  role: 'administrator',
  permissions: ['eligibility', 'claims-status', 'authorizations', 'remittances', 'manage-users'],
  status: 'active',
  statusReason: null,
  statusChangedAt: moment,
  nickname: null,
  isDefault: false,
  administrators: [],
  ...change,
});

export const user = (number: number, ofOrganization = 1, change: Partial<User> = {}): User => ({
  id: userId(number),
  organizationId: organizationId(ofOrganization),
  version: 1,
  email: `user${number}@example.com`,
  firstName: 'Uma',
  lastName: `User${String(number).padStart(6, '0')}`,
  role: 'user',
  permissions: ['eligibility'],
  status: 'active',
  createdAt: moment,
  lastSignInAt: null,
  changedBy: null,
  changedAt: moment,
  ...change,
});

export const revoke = (number: number): Intent => ({
  kind: 'revoke-user',
  subjectId: userId(number),
  payload: { reason: null },
});

/** A token as portals give them: 43 characters that say what they are. */
export const token = (name: string): string => name.padEnd(43, '_');

export const session = (number = 1, change: Partial<Session> = {}): Session => ({
  account: account(number),
  accessToken: token(`access-${number}`),
  accessTokenExpiresAt: moment,
  refreshToken: token(`refresh-${number}`),
  ...change,
});
