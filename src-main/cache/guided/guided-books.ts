import type { GuidedDeadline } from '../../../src-shared/domain/guided-deadline.ts';
import type { GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import type { User } from '../../../src-shared/domain/user.ts';
import type { DeskError } from '../../../src-shared/errors.ts';
import type { Change, FeedRecord, RecordKind } from '../../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../../src-shared/portal-api/commands.ts';

/** What began with something that somebody did at a portal's web site. */
export interface GuidedEntry {
  readonly record: GuidedRecord;
  readonly deadlines: readonly GuidedDeadline[];
}

/** What else changes with linked accounts: people of the organization that the record is about, and deadlines. */
export interface LinkedChange extends GuidedEntry {
  readonly organizationId: string;
  readonly people: readonly FeedRecord[];
}

/** What came of a command that somebody carried out at the web site, or could not. */
export interface SettledStep {
  readonly commandId: string;
  readonly organizationId: string;
  /** What is so now, the command's subject first; nothing where it could not be done. */
  readonly records: readonly FeedRecord[];
  readonly refusal: DeskError | null;
  readonly record: GuidedRecord;
}

/** What is kept by hand about portals that have only a web site. Each call that writes is one durable transaction. */
export interface GuidedBooks {
  /** The account that keeps the organization; null for one that is not kept by hand. */
  accountOf(organizationId: string): string | null;
  linkedAccounts(accountId: string): LinkedAccount[];
  addOrganization(accountId: string, linked: LinkedAccount, people: readonly FeedRecord[], entry: GuidedEntry): void;
  /** Keeps linked accounts that are there already as they are now, with what was recorded about them, if anything was. */
  changeLinked(accountId: string, linked: readonly LinkedAccount[], entry: LinkedChange | null): void;
  /** By kind and id; `after` takes the last answer's `next`. Null for an organization that is not kept here. */
  snapshot(
    organizationId: string,
    after: string | null,
    limit: number,
  ): { records: FeedRecord[]; next: string | null; position: number; total: number } | null;
  /** `truncated` where the feed no longer reaches back so far. */
  changes(
    organizationId: string,
    after: number,
    limit: number,
  ): { changes: Change[]; more: boolean } | 'truncated' | null;
  find(organizationId: string, kind: RecordKind, id: string): FeedRecord | null;
  userByEmail(organizationId: string, email: string): User | null;
  /** Answers the feed's position afterwards. */
  put(organizationId: string, records: readonly FeedRecord[]): number;
  outcome(commandId: string): Outcome | null;
  /** Keeps what came of a command, and lets it leave the outbox. False where that was kept before. */
  settle(step: SettledStep): boolean;
  records(
    accountId: string,
    organizationId: string | null,
    skip: number,
    limit: number,
  ): { records: GuidedRecord[]; total: number };
  enter(accountId: string, entry: GuidedEntry): void;
  deadlines(accountId: string): GuidedDeadline[];
}
