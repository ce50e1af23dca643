import { addDecidedRequests, addPendingRequests, mostPendingRequests } from './add-access-requests.ts';
import { danaName, reneeName, type Cast } from './add-cast.ts';
import { addAcceptedInvitations, addInvitations, invitationStories } from './add-invitations.ts';
import { addMembership } from './add-membership.ts';
import { addUsers } from './add-users.ts';
import { daysAgo, type Seeding } from './seeding.ts';

interface MainPractice {
  readonly organizationId: string;
  /** How many people its user table lists, those who wait included; the first is Dana. */
  readonly users: number;
  /** Where some of the newcomers are users already. */
  readonly newcomersFrom: string | null;
}

/** The practice in which the demonstration takes place: its users, newcomers who wait, and invitations of every fate. */
export function addMainPractice(seeding: Seeding, cast: Cast, practice: MainPractice): void {
  const { organizationId, users } = practice;
  const founders = [
    { accountId: cast.dana, role: 'administrator', at: daysAgo(seeding, 1_204.2), by: null },
    { accountId: cast.renee, role: 'administrator', at: daysAgo(seeding, 1_150.5), by: danaName },
    { accountId: cast.tomas, role: 'user', at: daysAgo(seeding, 402.4), by: danaName },
  ] as const;
  for (const founder of founders.slice(0, users)) addMembership(seeding, { organizationId, ...founder });

  const others = Math.max(0, users - founders.length);
  const newcomers = Math.min(mostPendingRequests, Math.floor(others / 10));
  const approved = newcomers > 0 ? 1 : 0;
  addUsers(
    seeding,
    { organizationId, administratorNames: [danaName, reneeName], ageDays: 1_150 },
    { count: others - newcomers - approved, administrators: Math.min(2, newcomers) },
  );
  addAcceptedInvitations(seeding, organizationId, danaName, Math.min(3, others));
  addInvitations(seeding, organizationId, danaName, invitationStories);
  addPendingRequests(seeding, organizationId, newcomers, practice.newcomersFrom);
  if (approved > 0) addDecidedRequests(seeding, organizationId, reneeName);
}
