import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import { mayAct } from '../../src-shared/domain/permissions.ts';
import { ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { Connector } from '../connectors/connector.ts';
import type { SyncListener } from './sync-listener.ts';

export interface LinkedOrganizations {
  readonly cache: Cache;
  readonly accountId: string;
  readonly listener: SyncListener;
}

/** Organizations that the account may work in, the one that the window shows first. */
export function activeOrganizations(cache: Cache, accountId: string): string[] {
  const account = cache.accounts.find(accountId);
  if (account === null) return [];
  const active = account.linkedAccounts.filter((linked) => linked.status === 'active');
  const first = active.filter((linked) => linked.id === account.activeLinkedAccountId);
  return [...new Set([...first, ...active].map((linked) => linked.organization.id))];
}

/**
 * The active organizations that this account brings up to date. Accounts on this computer share an organization's rows
 * and cursor, and to somebody who does not see its people the portal tells none: where another account here does see
 * them, that one brings the rows.
 */
export const organizationsToPull = (cache: Cache, accountId: string): string[] =>
  activeOrganizations(cache, accountId).filter(
    (organizationId) =>
      seesPeople(cache.accounts.find(accountId)?.linkedAccounts ?? [], organizationId) ||
      !isSeenByOthers(cache, accountId, organizationId),
  );

/** Brings the account and its linked accounts up to date. */
export async function refreshLinkedAccounts(
  desk: LinkedOrganizations & { readonly connector: Connector; readonly stopped: () => boolean },
): Promise<Result<void>> {
  const { cache, connector, accountId } = desk;
  const account = await connector.account();
  if (!account.ok) return account;
  const linked = await connector.linkedAccounts();
  if (!linked.ok) return linked;
  const known = cache.accounts.find(accountId);
  if (desk.stopped() || known === null || account.value.id !== accountId) return ok(undefined);
  if (JSON.stringify(known.account) !== JSON.stringify(account.value)) {
    cache.accounts.save(account.value, known.portalUrl);
    desk.listener.accountsChanged();
  }
  saveLinkedAccounts(desk, linked.value);
  return ok(undefined);
}

/** Keeps the list as the portal told it, and what follows from it for the people that are cached. */
export function saveLinkedAccounts(desk: LinkedOrganizations, linkedAccounts: readonly LinkedAccount[]): void {
  const { cache, accountId, listener } = desk;
  const before = cache.accounts.find(accountId);
  if (before === null || JSON.stringify(before.linkedAccounts) === JSON.stringify(linkedAccounts)) return;
  applyAccess(desk, before.linkedAccounts, linkedAccounts);
  cache.accounts.saveLinkedAccounts(accountId, linkedAccounts);
  listener.accountsChanged();
}

/**
 * Access to an organization's people has ended or begun. People that nobody on this computer may see any more are
 * removed from it; people that were hidden until now are loaded afresh. Waiting commands stay, to be refused by name.
 */
export function applyAccess(
  desk: LinkedOrganizations,
  before: readonly LinkedAccount[],
  after: readonly LinkedAccount[],
): void {
  const organizations = new Set([...before, ...after].map((linked) => linked.organization.id));
  for (const organizationId of organizations) {
    const did = seesPeople(before, organizationId);
    const does = seesPeople(after, organizationId);
    if (did === does || isSeenByOthers(desk.cache, desk.accountId, organizationId)) continue;
    if (did) forgetPeople(desk, organizationId);
    else desk.cache.feed.restart(organizationId);
  }
}

const seesPeople = (linkedAccounts: readonly LinkedAccount[], organizationId: string): boolean =>
  linkedAccounts.some(
    (linked) => linked.organization.id === organizationId && linked.status === 'active' && mayAct(linked, 'view'),
  );

const isSeenByOthers = (cache: Cache, accountId: string, organizationId: string): boolean =>
  cache.accounts
    .list()
    .some(({ account, linkedAccounts }) => account.id !== accountId && seesPeople(linkedAccounts, organizationId));

function forgetPeople({ cache: { feed }, listener }: LinkedOrganizations, organizationId: string): void {
  const { position, snapshot } = feed.state(organizationId);
  if (position === null && snapshot === null) return;
  // a first load that starts anew and brings nothing leaves nothing
  feed.restart(organizationId);
  feed.applySnapshotPage(organizationId, { records: [], next: null, position: 0, total: 0, loaded: 0 });
  feed.restart(organizationId);
  listener.peopleChanged(organizationId);
}
