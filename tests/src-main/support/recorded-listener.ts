import type { SyncState } from '../../../src-shared/ipc/sync.ts';
import type { SyncListener } from '../../../src-main/sync/sync-listener.ts';

/** What somebody was told, in order. */
export interface RecordedListener extends SyncListener {
  readonly told: string[];
  readonly states: SyncState[];
}

export function recordedListener(): RecordedListener {
  const told: string[] = [];
  const states: SyncState[] = [];
  return {
    told,
    states,
    accountsChanged: () => {
      told.push('accounts');
    },
    peopleChanged: (organizationId) => {
      told.push(`people ${organizationId}`);
    },
    syncChanged: (state) => {
      states.push(state);
    },
  };
}
