import type { DeskError, ErrorCode } from '../../src-shared/errors.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Connector } from '../connectors/connector.ts';
import {
  activeOrganizations,
  organizationsToPull,
  refreshLinkedAccounts,
  type LinkedOrganizations,
} from './linked-organizations.ts';
import { includes, type Plan } from './plan.ts';
import { pullOrganization } from './pull.ts';
import { pushPreferences } from './push-preferences.ts';
import { pushOrganization } from './push.ts';
import type { Turns } from './turns.ts';

export interface Round extends LinkedOrganizations {
  readonly connector: Connector;
  /** True once the cache must not be written any more. */
  readonly stopped: () => boolean;
  readonly turns: Turns;
  readonly now: () => Date;
  readonly yieldNow: () => Promise<void>;
  /** True when something more urgent than the rest of this round has come up. */
  readonly interrupted: () => boolean;
  readonly onOutbox: (organizationId: string) => void;
  readonly onProgress: (progress: { loaded: number; total: number } | null) => void;
}

/** After these the rest of a round has no chance either. */
const hopeless: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'session_ended',
  'signed_out',
  'rate_limited',
  'keychain_unavailable',
]);

/** What the portal says about an organization that the account has left; its list of linked accounts says so too by now. */
const noAccess: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['not_permitted', 'not_found']);

/**
 * One turn of an account: linked accounts, then what is wanted of them and waiting commands, then the organizations of
 * the plan. Trouble with one organization does not keep the others waiting; the first error is what the round ends with.
 */
export async function runRound(round: Round, plan: Plan): Promise<Result<void>> {
  if (plan.linkedAccounts) {
    const refreshed = await refreshLinkedAccounts(round);
    if (!refreshed.ok) return refreshed;
    if (!round.stopped()) round.cache.accounts.markTold(round.accountId, round.now().toISOString());
  }
  const wishes = await pushPreferences(round);
  if (!wishes.ok && hopeless.has(wishes.error.code)) return wishes;
  const refusal = await pushAll(round);
  let first = wishes.ok ? refusal : wishes.error;
  for (const organizationId of organizationsToPull(round.cache, round.accountId)) {
    if (first !== null && hopeless.has(first.code)) break;
    if (round.stopped() || round.interrupted()) break;
    if (!includes(plan, organizationId)) continue;
    const error = await pull(round, organizationId);
    first ??= error;
    if (error !== null && hopeless.has(error.code)) return fail(error);
  }
  return first === null ? ok(undefined) : fail(first);
}

async function pushAll(round: Round): Promise<DeskError | null> {
  const { cache, connector, accountId, turns } = round;
  const waiting = new Set(cache.outbox.organizationsToSend(accountId));
  const activeFirst = activeOrganizations(cache, accountId).filter((id) => waiting.has(id));
  let first: DeskError | null = null;
  for (const organizationId of new Set([...activeFirst, ...waiting])) {
    if (round.stopped()) break;
    const push = {
      outbox: cache.outbox,
      connector,
      accountId,
      organizationId,
      stopped: round.stopped,
      onChanged: () => {
        round.onOutbox(organizationId);
      },
    };
    const pushed = await turns.inTurn(organizationId, () => pushOrganization(push));
    if (pushed.ok) continue;
    first ??= pushed.error;
    if (hopeless.has(pushed.error.code)) return pushed.error;
  }
  return first;
}

async function pull(round: Round, organizationId: string): Promise<DeskError | null> {
  const { cache, connector, listener, turns } = round;
  const pulled = await turns.inTurn(organizationId, () =>
    pullOrganization({
      feed: cache.feed,
      connector,
      organizationId,
      now: round.now,
      yieldNow: round.yieldNow,
      stopped: round.stopped,
      interrupted: round.interrupted,
      onRows: () => {
        listener.peopleChanged(organizationId);
      },
      onProgress: round.onProgress,
    }),
  );
  if (pulled.ok) return null;
  if (!noAccess.has(pulled.error.code) || round.stopped()) return pulled.error;
  const refreshed = await refreshLinkedAccounts(round);
  return refreshed.ok ? null : refreshed.error;
}
