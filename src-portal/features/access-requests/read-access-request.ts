import type { AccessRequest } from '../../../src-shared/domain/access-request.ts';
import type { Database } from '../../context.ts';

/** Access requests with what the portal knows of the person who asks, to be narrowed by the caller. */
export const selectAccessRequests = (database: Database) =>
  database
    .selectFrom('access_request')
    .innerJoin('membership', 'membership.id', 'access_request.membership_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select((columns) => [
      'access_request.id',
      'access_request.organization_id',
      'access_request.version',
      'access_request.membership_id',
      'access_request.status',
      'access_request.reason',
      'access_request.matched_on',
      'access_request.requested_at',
      'access_request.changed_at',
      'access_request.changed_by',
      'account.email',
      'account.first_name',
      'account.last_name',
      'account.phone',
      'account.email_verified_at',
      'account.created_at as account_created_at',
      columns
        .selectFrom('membership as other')
        .whereRef('other.account_id', '=', 'membership.account_id')
        .whereRef('other.organization_id', '!=', 'membership.organization_id')
        .where('other.status', '=', 'active')
        .select((other) => other.fn.countAll<number>().as('count'))
        .as('other_organizations'),
    ]);

type AccessRequestRow = Awaited<ReturnType<ReturnType<typeof selectAccessRequests>['executeTakeFirstOrThrow']>>;

export const toAccessRequest = (row: AccessRequestRow): AccessRequest => ({
  id: row.id,
  organizationId: row.organization_id,
  version: row.version,
  userId: row.membership_id,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  phone: row.phone,
  status: row.status,
  reason: row.reason,
  evidence: {
    emailVerifiedAt: row.email_verified_at?.toISOString() ?? null,
    matchedOn: row.matched_on,
    otherOrganizations: Number(row.other_organizations ?? 0),
    accountCreatedAt: row.account_created_at.toISOString(),
  },
  requestedAt: row.requested_at.toISOString(),
  changedBy: row.changed_by,
  changedAt: row.changed_at.toISOString(),
});

/** Throws when there is no such request. */
export const readAccessRequest = async (database: Database, id: string): Promise<AccessRequest> =>
  toAccessRequest(await selectAccessRequests(database).where('access_request.id', '=', id).executeTakeFirstOrThrow());
