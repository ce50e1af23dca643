import type { Insertable } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { addAccount } from './add-account.ts';
import { daysAgo, type Seeding } from './seeding.ts';

/** What the portal compared for the newcomers of a group. */
const groupMatch = (zip: 'Remittance' | 'Practice'): string[] => [
  'Group Name',
  'Tax ID',
  'CCA Provider ID/Billing Number',
  `${zip} ZIP code`,
];

/** Days before now at which the pending requests came, the newest first. */
const askedDaysAgo = [0.02, 0.15, 0.4, 0.9, 1.3, 2.6, 4.1, 7.5, 12.2];

/** The most newcomers that a seed makes wait in one practice. */
export const mostPendingRequests = askedDaysAgo.length;

/**
 * Adds newcomers who wait for an administrator (C6). Where `otherOrganizationId` is given every third is a user there
 * already, which the one who decides sees as evidence.
 */
export function addPendingRequests(
  seeding: Seeding,
  organizationId: string,
  count: number,
  otherOrganizationId: string | null,
): void {
  for (const [place, days] of askedDaysAgo.slice(0, count).entries()) {
    const requestedAt = daysAgo(seeding, days);
    const accountId =
      otherOrganizationId !== null && place % 3 === 2
        ? addColleague(seeding, otherOrganizationId, days)
        : addNewcomer(seeding, requestedAt);
    addAccessRequest(seeding, organizationId, accountId, requestedAt);
  }
}

/** Somebody who has been a user of an organization for long, and was last seen so many days ago. */
function addColleague(seeding: Seeding, organizationId: string, days: number): string {
  const createdAt = daysAgo(seeding, days + seeding.random.between(90, 600));
  const accountId = addAccount(seeding, seeding.newPerson(), { createdAt, lastSignInAt: daysAgo(seeding, days) });
  seeding.rows.membership.push({
    ...membership(seeding, organizationId, accountId, createdAt),
    permissions: ['eligibility', 'claims-status'],
    status: 'active',
  });
  return accountId;
}

/** Adds a newcomer who was let in and one who was not, as the administrator's past decisions. */
export function addDecidedRequests(seeding: Seeding, organizationId: string, decidedBy: string): void {
  for (const status of ['approved', 'denied'] as const) {
    const requestedAt = daysAgo(seeding, status === 'approved' ? 18.2 : 24.6);
    const changedAt = daysAgo(seeding, status === 'approved' ? 17.9 : 23.8);
    const reason = status === 'denied' ? 'We do not know you. Please call the front desk first.' : null;
    const accountId = addNewcomer(seeding, requestedAt);
    const decided: Insertable<Schema['membership']> = {
      ...membership(seeding, organizationId, accountId, requestedAt),
      permissions: status === 'approved' ? ['eligibility', 'claims-status'] : [],
      status: status === 'approved' ? 'active' : 'denied',
      status_reason: reason,
      version: 2,
      changed_at: changedAt,
      changed_by: decidedBy,
    };
    seeding.rows.membership.push(decided);
    seeding.rows.access_request.push({
      ...request(seeding, decided, requestedAt),
      status,
      reason,
      version: 2,
      changed_at: changedAt,
      changed_by: decidedBy,
    });
  }
}

/** Somebody who registered a few minutes before: confirming the email is what makes the request. */
function addNewcomer(seeding: Seeding, confirmedAt: Date): string {
  const person = seeding.newPerson();
  const createdAt = new Date(confirmedAt.getTime() - seeding.random.between(1, 25) * 60_000);
  return addAccount(seeding, person, { createdAt, confirmedAt, lastSignInAt: null });
}

/** A pending membership and the request that somebody has to decide. */
export function addAccessRequest(seeding: Seeding, organizationId: string, accountId: string, requestedAt: Date): void {
  const pending = membership(seeding, organizationId, accountId, requestedAt);
  seeding.rows.membership.push(pending);
  seeding.rows.access_request.push(request(seeding, pending, requestedAt));
}

const request = (
  seeding: Seeding,
  asked: { readonly id: string; readonly organization_id: string },
  requestedAt: Date,
): Insertable<Schema['access_request']> => ({
  id: seeding.random.id(requestedAt),
  organization_id: asked.organization_id,
  membership_id: asked.id,
  status: 'pending',
  reason: null,
  matched_on: groupMatch(seeding.random.chance(0.7) ? 'Remittance' : 'Practice'),
  version: 1,
  requested_at: requestedAt,
  changed_at: requestedAt,
  changed_by: null,
});

const membership = (
  seeding: Seeding,
  organizationId: string,
  accountId: string,
  at: Date,
): Insertable<Schema['membership']> => ({
  id: seeding.random.id(at),
  organization_id: organizationId,
  account_id: accountId,
  role: 'user',
  permissions: [],
  status: 'pending',
  status_reason: null,
  version: 1,
  created_at: at,
  changed_at: at,
  changed_by: null,
});
