import type { Access } from '../../../src-shared/domain/permissions.ts';
import type { UserRow } from '../../../src-shared/ipc/people.ts';
import { whyNot, type Situation, type UserAction } from './user-rules.ts';

/** What a decision about several users does to whom. */
export interface BulkPlan {
  readonly allowed: readonly UserRow[];
  readonly skipped: readonly { readonly user: UserRow; readonly why: string }[];
}

/**
 * Sorts users into those that the decision can be about and those that it passes over, with the reason. At least one
 * administrator keeps the seat. `granted` is what an edit would give.
 */
export function planFor(
  action: UserAction,
  users: readonly UserRow[],
  situation: Situation,
  granted?: Access,
): BulkPlan {
  const allowed: UserRow[] = [];
  const skipped: { user: UserRow; why: string }[] = [];
  let { administrators } = situation;
  for (const user of users) {
    const unseats = user.role === 'administrator' && (action === 'revoke-user' || granted?.role === 'user');
    const why =
      whyNot(action, user, { ...situation, administrators }) ??
      (unseats && administrators !== null && administrators <= 1 ? lastSeat : null);
    if (why !== null) {
      skipped.push({ user, why });
      continue;
    }
    allowed.push(user);
    if (unseats && administrators !== null) administrators -= 1;
  }
  return { allowed, skipped };
}

const lastSeat = 'Somebody has to stay administrator.';
