import type { SyncState } from '../../src-shared/ipc/sync.ts';
import { assertNever } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import { activeOrganizations } from './linked-organizations.ts';
import type { MachineState } from './machine.ts';

/** What the sync badge shows: the machine's state, with the counts and times of the cache. */
export function syncState(
  cache: Cache,
  accountId: string,
  machine: MachineState,
  progress: SyncState['progress'],
): SyncState {
  const { waiting, needsAttention } = cache.outbox.counts(accountId);
  const wishes = cache.wantedPreferences.list(accountId);
  const refused = wishes.filter(({ state }) => state === 'refused').length;
  const [shown] = activeOrganizations(cache, accountId);
  return {
    accountId,
    phase: phaseOf(machine),
    waiting: waiting + wishes.length - refused,
    needsAttention: needsAttention + refused,
    lastSyncedAt: shown === undefined ? null : cache.feed.state(shown).lastSyncedAt,
    toldAt: cache.accounts.find(accountId)?.toldAt ?? null,
    progress: machine.name === 'loading' ? progress : null,
    error: machine.name === 'offline' || machine.name === 'backoff' ? machine.error : null,
  };
}

/** `backoff` is told as `offline`: the portal cannot be worked with for the moment, and `error` says why. */
function phaseOf(machine: MachineState): SyncState['phase'] {
  switch (machine.name) {
    case 'backoff':
      return 'offline';
    case 'idle':
    case 'loading':
    case 'syncing':
    case 'offline':
    case 'signed-out':
      return machine.name;
    default:
      return assertNever(machine);
  }
}
