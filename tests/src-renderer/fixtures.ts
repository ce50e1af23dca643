import type { AccessRequest } from '../../src-shared/domain/access-request.ts';
import type { Account } from '../../src-shared/domain/account.ts';
import type { Invitation } from '../../src-shared/domain/invitation.ts';
import type { LinkedAccount, Organization } from '../../src-shared/domain/organization.ts';
import { permissions } from '../../src-shared/domain/permissions.ts';
import type { User } from '../../src-shared/domain/user.ts';
import type { DeskAccount } from '../../src-shared/ipc/accounts.ts';
import type { AppState } from '../../src-shared/ipc/app.ts';
import type { SyncState } from '../../src-shared/ipc/sync.ts';

/** The moment at which the fixtures' world stands still. */
export const fixtureNow = new Date(2026, 2, 4, 14, 20);
const minutesAgo = (minutes: number): string => new Date(fixtureNow.getTime() - minutes * 60_000).toISOString();
const days = 24 * 60;

/** The `n`th fixture id, a well-formed UUIDv7. */
export const fixtureId = (n: number): string => `0195f000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const organization = (n: number, name: string, providerId: string, over: Partial<Organization> = {}): Organization => ({
  id: fixtureId(100 + n),
  version: 1,
  providerType: 'group',
  name,
  providerId,
  npi: '1234567893',
  taxIdLastFour: '6789',
  city: 'Springfield',
  state: 'MA',
  ...over,
});

export const harborview = organization(1, 'Harborview Family Medicine', 'CCA-100245');
export const riverside = organization(2, 'Riverside Pediatrics', 'CCA-100318', {
  city: 'Northampton',
  taxIdLastFour: '4410',
});
export const lakeside = organization(3, 'Lakeside Cardiology Associates', 'CCA-100772', {
  city: 'Worcester',
  taxIdLastFour: '9032',
});
export const oakhill = organization(4, 'Dr. Miriam Oakes', 'CCA-200116', {
  providerType: 'practitioner',
  city: 'Amherst',
  taxIdLastFour: '1187',
});

const linked = (n: number, of: Organization, over: Partial<LinkedAccount> = {}): LinkedAccount => ({
  id: fixtureId(200 + n),
  version: 1,
  organization: of,
  role: 'user',
  permissions: ['eligibility', 'claims-status'],
  status: 'active',
  statusReason: null,
  statusChangedAt: minutesAgo(30 * days),
  nickname: null,
  isDefault: false,
  administrators: [],
  ...over,
});

export const linkedAccounts: readonly LinkedAccount[] = [
  linked(1, harborview, { role: 'administrator', permissions: [...permissions] }),
  linked(2, riverside),
  linked(3, lakeside, { status: 'awaiting-administrator', administrators: ['Priya Raman', 'Tom Albrecht'] }),
  linked(4, oakhill, {
    status: 'denied',
    statusReason: 'We do not know this email address. Please call the office first.',
  }),
];

export const anna: Account = {
  id: fixtureId(1),
  portalId: 'cca',
  email: 'anna.berg@harborview.example',
  username: null,
  firstName: 'Anna',
  lastName: 'Berg',
  status: 'active',
  authenticatorSince: null,
  createdAt: minutesAgo(90 * days),
  expiresAt: null,
  migrationDueAt: null,
};

export const deskAccount = (over: Partial<DeskAccount> = {}): DeskAccount => ({
  account: anna,
  state: 'signed-in',
  mode: 'service',
  linkedAccounts: [...linkedAccounts],
  activeLinkedAccountId: fixtureId(201),
  ...over,
});

export const appState = (over: Partial<AppState> = {}): AppState => ({
  version: '0.1.0',
  platform: 'linux',
  problem: null,
  portalUrl: 'http://127.0.0.1:4080',
  demo: { mailboxUrl: 'http://127.0.0.1:4080/mailbox' },
  colorScheme: 'auto',
  ...over,
});

export const syncState = (over: Partial<SyncState> = {}): SyncState => ({
  accountId: anna.id,
  phase: 'idle',
  waiting: 0,
  needsAttention: 0,
  lastSyncedAt: minutesAgo(6),
  toldAt: minutesAgo(6),
  progress: null,
  error: null,
  ...over,
});

const firstNames = ['Anna', 'Ben', 'Carla', 'Dev', 'Elena', 'Frank', 'Grace', 'Hugo', 'Ines', 'Jamal', 'Keiko', 'Liam'];
const lastNames = [
  'Berg',
  'Castillo',
  'Dubois',
  'Eriksen',
  'Fontaine',
  'Gupta',
  'Hayes',
  'Ivanova',
  'Jansen',
  'Kim',
  'Lopez',
];
const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';

/** The `n`th user of Harborview; 0 is Anna herself, the administrator. */
export const user = (n: number, over: Partial<User> = {}): User => {
  const firstName = pick(firstNames, n);
  const lastName = pick(lastNames, n);
  return {
    id: fixtureId(1000 + n),
    organizationId: harborview.id,
    version: 1,
    email: n === 0 ? anna.email : `${firstName}.${lastName}${n > 10 ? String(n) : ''}@harborview.example`.toLowerCase(),
    firstName,
    lastName,
    role: n % 9 === 0 ? 'administrator' : 'user',
    permissions: n % 9 === 0 ? [...permissions] : ['eligibility', 'claims-status'],
    status: n % 11 === 7 ? 'revoked' : n % 13 === 5 ? 'pending' : 'active',
    createdAt: minutesAgo((60 + n) * days),
    lastSignInAt: n % 13 === 5 ? null : minutesAgo(n * 97),
    changedBy: n % 2 === 0 ? 'Anna Berg' : null,
    changedAt: minutesAgo((n % 30) * days),
    ...over,
  };
};

export const users = (count: number): User[] => Array.from({ length: count }, (_, n) => user(n));

export const invitation = (n: number, over: Partial<Invitation> = {}): Invitation => ({
  id: fixtureId(2000 + n),
  organizationId: harborview.id,
  version: 1,
  email: `newcomer${String(n)}@harborview.example`,
  firstName: pick(firstNames, n + 3),
  lastName: pick(lastNames, n + 5),
  role: 'user',
  permissions: ['eligibility'],
  status: 'sent',
  failure: null,
  failureDetail: null,
  invitedBy: 'Anna Berg',
  createdAt: minutesAgo(n * days),
  expiresAt: minutesAgo((n - 7) * days),
  changedBy: 'Anna Berg',
  changedAt: minutesAgo(n * days),
  ...over,
});

export const invitations: readonly Invitation[] = [
  invitation(1),
  invitation(2, { status: 'failed', failure: 'mailbox_refused', failureDetail: '550 5.1.1 No such mailbox' }),
  invitation(3, { status: 'accepted' }),
  invitation(9, { status: 'expired' }),
  invitation(4, { status: 'cancelled' }),
];

export const accessRequest = (n: number, over: Partial<AccessRequest> = {}): AccessRequest => ({
  id: fixtureId(3000 + n),
  organizationId: harborview.id,
  version: 1,
  userId: fixtureId(1000 + 5 + 13 * (n - 1)),
  email: `applicant${String(n)}@clinic.example`,
  firstName: pick(firstNames, n + 6),
  lastName: pick(lastNames, n + 2),
  phone: '4135550123',
  status: 'pending',
  reason: null,
  evidence: {
    emailVerifiedAt: minutesAgo(n * days + 30),
    matchedOn: ['Group Name', 'Tax ID', 'CCA Provider ID/Billing Number', 'ZIP code'],
    otherOrganizations: n % 3,
    accountCreatedAt: minutesAgo((n + 1) * days),
  },
  requestedAt: minutesAgo(n * days),
  changedBy: null,
  changedAt: minutesAgo(n * days),
  ...over,
});

export const accessRequests: readonly AccessRequest[] = [
  accessRequest(1),
  accessRequest(2),
  accessRequest(3),
  accessRequest(4, { status: 'denied', reason: 'Not on our staff.', changedBy: 'Anna Berg' }),
];
