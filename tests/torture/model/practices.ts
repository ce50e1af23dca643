import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { ListedAgency } from '../../../src-shared/domain/billing-agency.ts';
import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import { providerCentral } from '../../../src-shared/portals/provider-central.ts';
import { account, accountId, id, moment, organization, user } from '../../src-main/support/fixtures.ts';
import { emptyPractice, type Member, type Practice } from './memory-practice.ts';

/** Whose desktop it is. */
export const myAccount = account(1, { portalId: providerCentral.id });
/** Another administrator, at the portal's own pages; nobody decides about them. */
export const colleagueId = accountId(2);

/** What the billing agencies' directory has, and the desktop has been shown. */
export const directory: readonly ListedAgency[] = [1, 2, 3].map((number) => ({
  id: id(9_000_000 + number),
  name: `Agency ${number}`,
  city: 'Worcester',
  state: 'MA',
  isRegistered: number !== 3,
}));

const administrator = { role: 'administrator', permissions: [...providerCentral.permissions] } as const;

/** Small practices, so that decisions meet: the first has somebody and something of each kind, the second is smaller. */
export function smallPractice(number: number): Practice {
  const practice = emptyPractice(organization(number), directory);
  const add = (place: number, owner: string, name: string, change: Parameters<typeof user>[2]): string => {
    const person = { ...user(number * 100 + place, number), firstName: 'Uma', lastName: name, ...change };
    const member: Member = {
      accountId: owner,
      name: `Uma ${name}`,
      user: person,
      isDenied: false,
      reason: null,
      floor: 0,
    };
    practice.members.set(person.id, member);
    return person.id;
  };
  add(1, myAccount.id, 'Mine', { ...administrator, permissions: [...administrator.permissions] });
  add(2, colleagueId, 'Colleague', { ...administrator, permissions: [...administrator.permissions] });
  add(3, accountId(number * 100 + 3), 'Active', {});
  const userId = add(6, accountId(number * 100 + 6), 'Pending', { status: 'pending', permissions: [] });
  const request = requestOf(practice, userId, id(5_000_000 + number));
  practice.requests.set(request.id, { request, userId });
  if (number !== 1) return practice;
  add(5, accountId(number * 100 + 5), 'Revoked', { status: 'revoked' });
  for (const place of [8, 9]) {
    const invitation = invitationOf(practice, id(6_000_000 + number * 100 + place), place === 8 ? 'sent' : 'failed');
    practice.invitations.set(invitation.id, { invitation, decidedBy: null, decisionVersion: 1 });
  }
  const [{ isRegistered, id: agencyId, ...listed }] = directory as [ListedAgency];
  const placeId = id(7_000_000 + number);
  practice.places.set(placeId, {
    ...listed,
    id: placeId,
    agencyId,
    organizationId: practice.organization.id,
    version: 1,
    status: isRegistered ? 'active' : 'pending',
    activeSince: moment,
    reason: null,
    changedBy: null,
    changedAt: moment,
  });
  return practice;
}

const requestOf = (
  { organization: { id: organizationId } }: Practice,
  userId: string,
  requestId: string,
): AccessRequest => ({
  id: requestId,
  organizationId,
  version: 1,
  userId,
  email: `${requestId}@example.com`,
  firstName: 'Uma',
  lastName: 'Pending',
  phone: null,
  status: 'pending',
  reason: null,
  evidence: { emailVerifiedAt: moment, matchedOn: ['taxId'], otherOrganizations: 0, accountCreatedAt: moment },
  requestedAt: moment,
  changedBy: null,
  changedAt: moment,
});

const invitationOf = (
  { organization: { id: organizationId } }: Practice,
  invitationId: string,
  status: 'sent' | 'failed',
): Invitation => ({
  id: invitationId,
  organizationId,
  version: 1,
  email: `${invitationId}@example.com`,
  firstName: 'Ina',
  lastName: 'Vited',
  role: 'user',
  permissions: ['eligibility'],
  status,
  failure: status === 'failed' ? 'mailbox_refused' : null,
  failureDetail: status === 'failed' ? 'No such mailbox' : null,
  invitedBy: 'Uma Colleague',
  createdAt: moment,
  expiresAt: '2026-03-09T08:00:00.000Z',
  changedBy: null,
  changedAt: moment,
});
