import { mayAct } from '../../../src-shared/domain/permissions.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Database } from '../../context.ts';
import type { Caller } from '../../handler.ts';
import { findActiveMember } from '../users/active-member.ts';

/** How far a member sees into the organization's feed. */
export interface FeedViewer {
  /** False for somebody without "Manage users": they see the organization, not its people. */
  readonly seesPeople: boolean;
  /** The feed's end when the rights were read. */
  readonly position: number;
  /** Positions before it take a fresh snapshot. */
  readonly floor: number;
}

/** `not_permitted` for anybody who is not an active member of this organization in this portal. */
export async function findFeedViewer(
  database: Database,
  caller: Caller,
  organizationId: string,
): Promise<Result<FeedViewer>> {
  const member = await findActiveMember(database, caller, organizationId);
  if (member === null) return fail({ code: 'not_permitted' });
  const { access, feedPosition: position, feedFloor: floor } = member;
  return ok({ seesPeople: mayAct(access, 'view'), position, floor });
}
