import { accessOf, type Access } from '../../../src-shared/domain/permissions.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Decision } from '../commands/decision.ts';
import { selectUsers, toUser } from './read-user.ts';

/** A user that a command is about: as the feed shows them, and what they may do. */
export interface SubjectUser {
  readonly user: User;
  readonly accountId: string;
  readonly access: Access;
}

/** `not_found` when the decision's organization has no such user, or no longer. */
export async function findSubjectUser(decision: Decision, userId: string): Promise<Result<SubjectUser>> {
  const row = await selectUsers(decision.transaction)
    .select('membership.account_id')
    .where('membership.id', '=', userId)
    .where('membership.organization_id', '=', decision.organizationId)
    .executeTakeFirst();
  if (row === undefined) return fail({ code: 'not_found' });
  return ok({
    user: toUser(row),
    accountId: row.account_id,
    access: accessOf(row.role, row.permissions, decision.portal.permissions),
  });
}
