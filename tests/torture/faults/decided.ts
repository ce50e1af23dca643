import type { FaultyDesk } from './faulty-desk.ts';

/** What one desk has decided for one organization: the ids in the order of its outbox. */
export interface Decided {
  readonly desk: FaultyDesk;
  readonly organizationId: string;
  readonly commandIds: readonly string[];
}
