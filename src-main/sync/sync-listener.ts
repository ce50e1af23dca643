import type { SyncState } from '../../src-shared/ipc/sync.ts';

/** Whom the sync tells what has changed. */
export interface SyncListener {
  accountsChanged(): void;
  peopleChanged(organizationId: string): void;
  syncChanged(state: SyncState): void;
}
