import type { Updateable } from 'kysely';
import { mayAct, type Access } from '../../../src-shared/domain/permissions.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { DatabaseTransaction } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import type { Decision } from '../commands/decision.ts';
import { readUser } from './read-user.ts';

type Changes = Pick<
  Updateable<Schema['membership']>,
  'role' | 'permissions' | 'status' | 'status_reason' | 'activated_at'
>;

/** Writes the changes to a membership as this decision's, raises its version by one, and answers the user as they are now. */
export async function changeMembership(decision: Decision, userId: string, changes: Changes): Promise<User> {
  await writeMembership(decision, userId, changes);
  return readUser(decision.transaction, userId);
}

/** Like `changeMembership`, for somebody who is no user afterwards. Answers nothing. */
export async function writeMembership(decision: Decision, userId: string, changes: Changes): Promise<void> {
  await decision.transaction
    .updateTable('membership')
    .set((membership) => ({
      ...changes,
      version: membership('version', '+', 1),
      changed_at: decision.at,
      changed_by: decision.actor.name,
    }))
    .where('id', '=', userId)
    .execute();
}

/**
 * Somebody who begins or ceases to see the organization's people holds records that are too few or too many: their
 * next look at the feed from before `position` is answered with `feed_truncated`, and a fresh snapshot puts it right.
 */
export async function renewViewOnChange(
  transaction: DatabaseTransaction,
  userId: string,
  before: Access,
  after: Access,
  position: number,
): Promise<void> {
  if (mayAct(before, 'view') === mayAct(after, 'view')) return;
  await transaction.updateTable('membership').set({ feed_floor: position }).where('id', '=', userId).execute();
}
