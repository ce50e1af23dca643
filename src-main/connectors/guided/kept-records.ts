import type { GuidedDeadline } from '../../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { Change, FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';

/** What the guided connector needs of the records that are kept by hand; the cache has them. */
export interface KeptRecords {
  accountOf(organizationId: string): string | null;
  linkedAccounts(accountId: string): LinkedAccount[];
  addOrganization(
    accountId: string,
    linked: LinkedAccount,
    people: readonly FeedRecord[],
    entry: { readonly record: GuidedRecord; readonly deadlines: readonly GuidedDeadline[] },
  ): void;
  /** What a person prefers, and nothing that was done at the portal. */
  changeLinked(accountId: string, linked: readonly LinkedAccount[], entry: null): void;
  snapshot(
    organizationId: string,
    after: string | null,
    limit: number,
  ): { records: FeedRecord[]; next: string | null; position: number; total: number } | null;
  changes(
    organizationId: string,
    after: number,
    limit: number,
  ): { changes: Change[]; more: boolean } | 'truncated' | null;
  outcome(commandId: string): Outcome | null;
}
