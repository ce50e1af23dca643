import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { withDefault } from '../../../src-shared/domain/with-default.ts';
import { findPortal } from '../../../src-shared/portals/catalogue.ts';
import { assertNever } from '../../../src-shared/result.ts';
import type { Database, PortalContext } from '../../context.ts';
import type { Schema } from '../../database/schema.ts';
import { toOrganization } from '../changes/read-organization.ts';
import { activeAdministrators } from './active-administrators.ts';
import { waitsOf } from './waits-of.ts';

const selectLinked = (database: Database, accountId: string) =>
  database
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .leftJoin('mailed_pin', 'mailed_pin.membership_id', 'membership.id')
    .selectAll('organization')
    .select([
      'membership.id as membership_id',
      'membership.version as membership_version',
      'membership.role',
      'membership.permissions',
      'membership.status',
      'membership.status_reason',
      'membership.changed_at',
      'membership.nickname',
      'membership.is_default',
      'membership.activated_at',
      'mailed_pin.requested_at as pin_requested_at',
      'mailed_pin.mailed_at as pin_mailed_at',
      'mailed_pin.expires_at as pin_expires_at',
      'mailed_pin.wrong_tries as pin_wrong_tries',
    ])
    .where('membership.account_id', '=', accountId)
    .orderBy('membership.created_at')
    .orderBy('membership.id');

type LinkedRow = Awaited<ReturnType<ReturnType<typeof selectLinked>['executeTakeFirstOrThrow']>>;

/** The account's memberships in the order in which they were linked. */
export async function readLinkedAccounts(
  database: Database,
  context: Pick<PortalContext, 'chance'>,
  accountId: string,
): Promise<LinkedAccount[]> {
  const linked: LinkedAccount[] = [];
  for (const row of await selectLinked(database, accountId).execute())
    linked.push(await toLinkedAccount(database, context.chance.now(), row));
  return withDefault(linked);
}

/** The account's membership in this organization. Throws when there is none. */
export async function readLinkedAccount(
  database: Database,
  context: Pick<PortalContext, 'chance'>,
  accountId: string,
  organizationId: string,
): Promise<LinkedAccount> {
  const all = await readLinkedAccounts(database, context, accountId);
  const linked = all.find(({ organization }) => organization.id === organizationId);
  if (linked === undefined) throw new Error('The account is not linked to this organization');
  return linked;
}

async function toLinkedAccount(database: Database, now: Date, row: LinkedRow): Promise<LinkedAccount> {
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
    nickname: row.nickname,
    isDefault: row.is_default,
    administrators,
    ...waitsPart(row, now),
    ...pinPart(row),
  };
}

function waitsPart({ portal_id, status, activated_at }: LinkedRow, now: Date): Pick<LinkedAccount, 'waits'> {
  const portal = findPortal(portal_id);
  if (portal?.waits === undefined || status !== 'active') return {};
  const running = waitsOf(portal, activated_at, now);
  return { waits: running.map(({ id, label, until }) => ({ id, label, until: until.toISOString() })) };
}

function pinPart(row: LinkedRow): Pick<LinkedAccount, 'pin'> {
  const tries = findPortal(row.portal_id)?.proofs?.mailedPin.tries;
  if (row.pin_requested_at === null || tries === undefined) return {};
  return {
    pin: {
      requestedAt: row.pin_requested_at.toISOString(),
      mailedAt: row.pin_mailed_at?.toISOString() ?? null,
      expiresAt: row.pin_expires_at?.toISOString() ?? null,
      triesLeft: Math.max(0, tries - (row.pin_wrong_tries ?? 0)),
    },
  };
}

function linkedStatus(status: Schema['membership']['status']): LinkedAccount['status'] {
  switch (status) {
    case 'pending':
      return 'awaiting-administrator';
    case 'awaiting-pin':
    case 'active':
    case 'denied':
    case 'revoked':
      return status;
    default:
      return assertNever(status);
  }
}
