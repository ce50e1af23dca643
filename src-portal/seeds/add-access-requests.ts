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
    const isKnown = otherOrganizationId !== null && place % 3 === 2;
    const createdAt = isKnown
      ? daysAgo(seeding, days + seeding.random.between(90, 600))
      : daysAgo(seeding, days + 0.01);
    const accountId = addAccount(seeding, seeding.newPerson(), {
      createdAt,
      lastSignInAt: isKnown ? requestedAt : null,
    });
    if (isKnown) {
      seeding.rows.membership.push({
        ...membership(seeding, otherOrganizationId, accountId, createdAt),
        permissions: ['eligibility', 'claims-status'],
        status: 'active',
      });
    }
    addAccessRequest(seeding, organizationId, accountId, requestedAt);
  }
}

/** Adds a newcomer who was let in and one who was not, as the administrator's past decisions. */
export function addDecidedRequests(seeding: Seeding, organizationId: string, decidedBy: string): void {
  for (const status of ['approved', 'denied'] as const) {
    const requestedAt = daysAgo(seeding, status === 'approved' ? 18.2 : 24.6);
    const changedAt = daysAgo(seeding, status === 'approved' ? 17.9 : 23.8);
    const reason = status === 'denied' ? 'We do not know you. Please call the front desk first.' : null;
    const accountId = addAccount(seeding, seeding.newPerson(), { createdAt: requestedAt, lastSignInAt: null });
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
