import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { Database } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { toOrganization } from '../changes/read-organization.ts';
import { activeAdministrators } from './active-administrators.ts';

const selectLinked = (database: Database, accountId: string) =>
  database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .selectAll('organization')
    .select([
      'membership.id as membership_id',
      'membership.version as membership_version',
      'membership.role',
      'membership.permissions',
      'membership.status',
      'membership.status_reason',
      'membership.changed_at',
    ])
    .where('membership.account_id', '=', accountId)
    .orderBy('membership.created_at')
    .orderBy('membership.id');

type LinkedRow = Awaited<ReturnType<ReturnType<typeof selectLinked>['executeTakeFirstOrThrow']>>;

/** The account's memberships in the order in which they were linked. */
export async function readLinkedAccounts(database: Database, accountId: string): Promise<LinkedAccount[]> {
  const linked: LinkedAccount[] = [];
  for (const row of await selectLinked(database, accountId).execute())
    linked.push(await toLinkedAccount(database, row));
  return linked;
}

/** The account's membership in this organization. Throws when there is none. */
export async function readLinkedAccount(
  database: Database,
  accountId: string,
  organizationId: string,
): Promise<LinkedAccount> {
  const linked = selectLinked(database, accountId).where('membership.organization_id', '=', organizationId);
  return toLinkedAccount(database, await linked.executeTakeFirstOrThrow());
}

async function toLinkedAccount(database: Database, row: LinkedRow): Promise<LinkedAccount> {
  const status = linkedStatus(row.status);
  const administrators = status === 'awaiting-administrator' ? await activeAdministrators(database, row.id) : [];
  return {
    id: row.membership_id,
    version: row.membership_version,
    organization: toOrganization(row),
    role: row.role,
    permissions: row.permissions,
    status,
    statusReason: row.status_reason,
    statusChangedAt: row.changed_at.toISOString(),
    administrators,
  };
}

function linkedStatus(status: Schema['membership']['status']): LinkedAccount['status'] {
  switch (status) {
    case 'pending':
      return 'awaiting-administrator';
    case 'active':
    case 'denied':
    case 'revoked':
      return status;
    default:
      return assertNever(status);
  }
}
