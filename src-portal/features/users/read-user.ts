import type { User } from '../../../src-shared/domain/user.ts';
import type { Database } from '../../context.ts';

/**
 * The people of an organization's user table, to be narrowed by the caller. Somebody whose request was denied, or whose
 * PIN is on its way, is not among them.
 */
export const selectUsers = (database: Database) =>
  database
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.status', 'not in', ['denied', 'awaiting-pin'])
    .select([
      'membership.id',
      'membership.organization_id',
      'membership.version',
      'membership.role',
      'membership.permissions',
      'membership.status',
      'membership.created_at',
      'membership.changed_at',
      'membership.changed_by',
      'account.email',
      'account.first_name',
      'account.last_name',
      'account.last_sign_in_at',
    ])
    .$narrowType<{ status: User['status'] }>();

type UserRow = Awaited<ReturnType<ReturnType<typeof selectUsers>['executeTakeFirstOrThrow']>>;

export const toUser = (row: UserRow): User => ({
  id: row.id,
  organizationId: row.organization_id,
  version: row.version,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  role: row.role,
  permissions: row.permissions,
  status: row.status,
  createdAt: row.created_at.toISOString(),
  lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  changedBy: row.changed_by,
  changedAt: row.changed_at.toISOString(),
});

/** The user that this membership is. Throws when there is none. */
export const readUser = async (database: Database, membershipId: string): Promise<User> =>
  toUser(await selectUsers(database).where('membership.id', '=', membershipId).executeTakeFirstOrThrow());
