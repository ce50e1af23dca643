import type { FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { Database } from '../../context.ts';
import { selectAccessRequests, toAccessRequest } from '../access-requests/read-access-request.ts';
import { selectBillingAgencies, toBillingAgency } from '../billing-agencies/read-billing-agency.ts';
import { toInvitation } from '../invitations/read-invitation.ts';
import { selectUsers, toUser } from '../users/read-user.ts';
import { readOrganization } from './read-organization.ts';

/** Below every UUIDv7. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** The records of one kind with an id above `after`, in the order of their ids: one query. */
export async function readRecords(
  database: Database,
  organizationId: string,
  kind: RecordKind,
  after: string | null,
  limit: number,
): Promise<FeedRecord[]> {
  const lowest = after ?? beforeAll;
  switch (kind) {
    case 'organization':
      return after === null ? [{ kind, entity: await readOrganization(database, organizationId) }] : [];
    case 'user': {
      const rows = await selectUsers(database)
        .where('membership.organization_id', '=', organizationId)
        .where('membership.id', '>', lowest)
        .orderBy('membership.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ kind, entity: toUser(row) }));
    }
    case 'invitation': {
      const rows = await database
        .selectFrom('invitation')
        .selectAll()
        .where('organization_id', '=', organizationId)
        .where('id', '>', lowest)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ kind, entity: toInvitation(row) }));
    }
    case 'access-request': {
      const rows = await selectAccessRequests(database)
        .where('access_request.organization_id', '=', organizationId)
        .where('access_request.id', '>', lowest)
        .orderBy('access_request.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ kind, entity: toAccessRequest(row) }));
    }
    case 'billing-agency': {
      const rows = await selectBillingAgencies(database)
        .where('organization_billing_agency.organization_id', '=', organizationId)
        .where('organization_billing_agency.id', '>', lowest)
        .orderBy('organization_billing_agency.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ kind, entity: toBillingAgency(row) }));
    }
    default:
      return assertNever(kind);
  }
}

/** How many records of these kinds there are. */
export async function countRecords(
  database: Database,
  organizationId: string,
  kinds: readonly RecordKind[],
): Promise<number> {
  let total = 0;
  for (const kind of kinds) total += await countKind(database, organizationId, kind);
  return total;
}

async function countKind(database: Database, organizationId: string, kind: RecordKind): Promise<number> {
  switch (kind) {
    case 'organization':
      return 1;
    case 'user': {
      const users = database.selectFrom('membership').where('status', 'not in', ['denied', 'awaiting-pin']);
      return countOf(users.where('organization_id', '=', organizationId).select(({ fn }) => fn.countAll().as('count')));
    }
    case 'invitation': {
      const invitations = database.selectFrom('invitation').where('organization_id', '=', organizationId);
      return countOf(invitations.select(({ fn }) => fn.countAll().as('count')));
    }
    case 'access-request': {
      const requests = database.selectFrom('access_request').where('organization_id', '=', organizationId);
      return countOf(requests.select(({ fn }) => fn.countAll().as('count')));
    }
    case 'billing-agency': {
      const agencies = database.selectFrom('organization_billing_agency').where('organization_id', '=', organizationId);
      return countOf(agencies.select(({ fn }) => fn.countAll().as('count')));
    }
    default:
      return assertNever(kind);
  }
}

const countOf = async (query: {
  executeTakeFirstOrThrow(): Promise<{ count: number | string | bigint }>;
}): Promise<number> => Number((await query.executeTakeFirstOrThrow()).count);
