import { invitationLifeMs, type Invitation } from '../../src-shared/domain/invitation.ts';
import type { Permission } from '../../src-shared/domain/permissions.ts';
import { daysAgo, type Seeding } from './seeding.ts';

interface Story {
  readonly status: Exclude<Invitation['status'], 'sending' | 'accepted'>;
  readonly sentDaysAgo: number;
  readonly failure?: Invitation['failure'];
  readonly failureDetail?: string;
  readonly permissions?: readonly Permission[];
  readonly role?: Invitation['role'];
}

const refused = {
  status: 'failed',
  failure: 'mailbox_refused',
  failureDetail: '550 5.1.1 The email account that you tried to reach does not exist',
} as const;

/** Everything that became of an invitation; those that are being sent are nobody's past. */
const stories: readonly Story[] = [
  { status: 'sent', sentDaysAgo: 0.2 },
  { status: 'sent', sentDaysAgo: 1.4, permissions: ['eligibility', 'claims-status', 'remittances'] },
  { status: 'sent', sentDaysAgo: 6.8 },
  { ...refused, sentDaysAgo: 0.6 },
  { status: 'expired', sentDaysAgo: 9.5 },
  { status: 'cancelled', sentDaysAgo: 15 },
  { status: 'sent', sentDaysAgo: 3.1, role: 'administrator' },
  { ...refused, sentDaysAgo: 22 },
  { status: 'expired', sentDaysAgo: 31, permissions: ['authorizations'] },
  {
    status: 'failed',
    sentDaysAgo: 4.7,
    failure: 'mailbox_refused',
    failureDetail: '552 5.2.2 The mailbox is full',
  },
];

/** The number of different fates that `addInvitations` knows. */
export const invitationStories = stories.length;

/** Adds the first `count` invitations to people who are not users yet. */
export function addInvitations(seeding: Seeding, organizationId: string, invitedBy: string, count: number): void {
  for (const story of stories.slice(0, count)) {
    const createdAt = daysAgo(seeding, story.sentDaysAgo);
    const { email, firstName, lastName } = seeding.newPerson();
    const expiresAt = new Date(createdAt.getTime() + invitationLifeMs);
    seeding.rows.invitation.push({
      id: seeding.random.id(createdAt),
      organization_id: organizationId,
      email,
      first_name: firstName,
      last_name: lastName,
      role: story.role ?? 'user',
      permissions: [...(story.permissions ?? ['eligibility', 'claims-status'])],
      status: story.status,
      failure: story.failure ?? null,
      failure_detail: story.failureDetail ?? null,
      invited_by: invitedBy,
      version: story.status === 'sent' ? 2 : 3,
      created_at: createdAt,
      expires_at: expiresAt,
      changed_at: story.status === 'expired' ? expiresAt : createdAt,
      changed_by: story.status === 'expired' ? null : invitedBy,
    });
  }
}

/** The invitation by which each of these active users came. */
export function addAcceptedInvitations(
  seeding: Seeding,
  organizationId: string,
  invitedBy: string,
  count: number,
): void {
  const { rows, random } = seeding;
  const accounts = new Map(rows.account.map((account) => [account.id, account]));
  const users = rows.membership.filter((user) => user.organization_id === organizationId && user.status === 'active');
  for (const user of users.slice(-count)) {
    const account = accounts.get(user.account_id);
    if (account === undefined) continue;
    const acceptedAt = new Date(user.created_at);
    const createdAt = new Date(acceptedAt.getTime() - random.between(1, 96) * 60 * 60_000);
    rows.invitation.push({
      id: random.id(createdAt),
      organization_id: organizationId,
      email: account.email,
      first_name: account.first_name,
      last_name: account.last_name,
      role: user.role,
      permissions: user.permissions,
      status: 'accepted',
      failure: null,
      failure_detail: null,
      invited_by: invitedBy,
      version: 3,
      created_at: createdAt,
      expires_at: new Date(createdAt.getTime() + invitationLifeMs),
      changed_at: acceptedAt,
      changed_by: `${account.first_name} ${account.last_name}`,
    });
  }
}
