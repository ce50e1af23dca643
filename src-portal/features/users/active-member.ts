import { accessOf, type Access } from '../../../src-shared/domain/permissions.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import type { Database, DatabaseTransaction } from '../../context.ts';
import type { Caller } from '../../handler.ts';

/** Takes the organization's lock, which serialises all that happens to its people. Null when the portal has no such organization. */
export async function lockOrganization(
  transaction: DatabaseTransaction,
  portalId: string,
  organizationId: string,
): Promise<{ readonly name: string } | null> {
  const row = await transaction
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .where('portal_id', '=', portalId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** What an active member may do in the organization, and which part of its feed is theirs to follow, as of one moment. */
export interface ActiveMember {
  readonly membershipId: string;
  readonly access: Access;
  /** Since when the membership is active; null where no wait was to run from there (D2). */
  readonly activatedAt: Date | null;
  /** The feed's end. */
  readonly feedPosition: number;
  /** Positions before it take a fresh snapshot: no longer kept, or seen with other rights. */
  readonly feedFloor: number;
}

/** The caller's active membership in an organization of the portal that they are signed in to, or null. */
export async function findActiveMember(
  database: Database,
  caller: Caller,
  organizationId: string,
): Promise<ActiveMember | null> {
  const row = await database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select([
      'membership.id',
      'membership.role',
      'membership.permissions',
      'membership.activated_at',
      'membership.feed_floor as own_floor',
      'organization.feed_floor',
      'organization.feed_position',
    ])
    .where('membership.account_id', '=', caller.accountId)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.status', '=', 'active')
    .where('organization.portal_id', '=', caller.portalId)
    .executeTakeFirst();
  const offered = findPortal(caller.portalId)?.permissions;
  if (row === undefined || offered === undefined) return null;
  return {
    membershipId: row.id,
    access: accessOf(row.role, row.permissions, offered),
    activatedAt: row.activated_at,
    feedPosition: row.feed_position,
    feedFloor: Math.max(row.feed_floor, row.own_floor),
  };
}

/** Whether the caller is or was somebody in the organization, whatever came of it. */
export async function isKnownMember(
  database: Database,
  { accountId }: Caller,
  organizationId: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('membership')
    .select('id')
    .where('account_id', '=', accountId)
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return row !== undefined;
}
