import type { Selectable } from 'kysely';
import type { Invitation } from '../../../src-shared/domain/invitation.ts';
import type { Database } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';

/** Throws when there is no such invitation. */
export const readInvitation = async (database: Database, id: string): Promise<Invitation> =>
  toInvitation(await database.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow());

export const toInvitation = (row: Selectable<Schema['invitation']>): Invitation => ({
  id: row.id,
  organizationId: row.organization_id,
  version: row.version,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  role: row.role,
  permissions: row.permissions,
  status: row.status,
  failure: row.failure,
  failureDetail: row.failure_detail,
  invitedBy: row.invited_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  changedBy: row.changed_by,
  changedAt: row.changed_at.toISOString(),
});
