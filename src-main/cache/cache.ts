import type { Account, AccountMode } from '../../src-shared/domain/account.ts';
import type { ListedAgency } from '../../src-shared/domain/billing-agency.ts';
import type { Command } from '../../src-shared/domain/command.ts';
import type { AccountPlan } from '../../src-shared/domain/health-plan.ts';
import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { DocumentType } from '../../src-shared/domain/order-document.ts';
import type { PracticeProfile } from '../../src-shared/domain/practice-profile.ts';
import type { RegisteredProvider } from '../../src-shared/domain/registered-provider.ts';
import type { DeskError } from '../../src-shared/errors.ts';
import type { ProcedureInput, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import type { Upload } from '../../src-shared/ipc/orders.ts';
import type { Draft } from '../../src-shared/ipc/drafts.ts';
import type { OutboxItem } from '../../src-shared/ipc/people.ts';
import type { WantedPreferences } from '../../src-shared/ipc/wanted-preferences.ts';
import type { Change, FeedRecord } from '../../src-shared/portal-api/changes.ts';
import type { Result } from '../../src-shared/result.ts';
import type { GuidedBooks } from './guided/guided-books.ts';

/** The encrypted local copy of what the portals said, and the outbox of what was decided here. */
export interface Cache {
  readonly accounts: AccountRepository;
  readonly people: PeopleRepository;
  readonly agencies: AgencyRepository;
  readonly feed: FeedRepository;
  readonly outbox: OutboxRepository;
  readonly preferences: PreferenceRepository;
  readonly wantedPreferences: WantedPreferenceRepository;
  readonly practice: PracticeRepository;
  readonly registry: RegistryRepository;
  readonly guided: GuidedBooks;
  readonly healthPlans: HealthPlanRepository;
  readonly drafts: DraftRepository;
  readonly uploads: UploadRepository;
  close(): void;
}

export interface CachedAccount {
  readonly account: Account;
  readonly mode: AccountMode;
  /** The portal service that the account lives on; empty in guided mode. */
  readonly portalUrl: string;
  readonly state: 'signed-in' | 'signed-out';
  readonly linkedAccounts: readonly LinkedAccount[];
  readonly activeLinkedAccountId: string | null;
  /** When the portal last told of the account and its linked accounts; null before the first time. */
  readonly toldAt: string | null;
}

export interface AccountRepository {
  list(): CachedAccount[];
  find(accountId: string): CachedAccount | null;
  /** Adds the account or brings it up to date; its mode, linked accounts and the active one stay. */
  save(account: Account, portalUrl: string, mode?: AccountMode): void;
  setState(accountId: string, state: CachedAccount['state']): void;
  /** Replaces the list. An active linked account that is gone gives way to the default one (D9), or the first active one. */
  saveLinkedAccounts(accountId: string, linkedAccounts: readonly LinkedAccount[]): void;
  setActiveLinkedAccount(accountId: string, linkedAccountId: string): void;
  markTold(accountId: string, at: string): void;
  /** Removes the account, and every organization's records and commands that no other account here shares. */
  remove(accountId: string): void;
}

/** Pages with waiting commands laid over the rows; contracts as in src-shared/ipc/people.ts. */
export interface PeopleRepository {
  usersPage(input: ProcedureInput<'users.page'>): ProcedureOutput<'users.page'>;
  userCounts(organizationId: string): ProcedureOutput<'users.counts'>;
  /** Invitations still in the outbox come first, as rows of version 0 and status `sending`. */
  invitationsPage(input: ProcedureInput<'invitations.page'>): ProcedureOutput<'invitations.page'>;
  accessRequestsPage(input: ProcedureInput<'accessRequests.page'>): ProcedureOutput<'accessRequests.page'>;
}

/** An organization's billing agencies with waiting commands laid over them; contract as in src-shared/ipc/billing-agencies.ts. */
export interface AgencyRepository {
  /** Those still in the outbox come first, as rows of version 0 and status `pending`. */
  page(input: ProcedureInput<'billingAgencies.page'>): ProcedureOutput<'billingAgencies.page'>;
  /** Remembers, for as long as the account is here, what its portal's directory has shown: only that can be added. */
  keepListed(accountId: string, agencies: readonly ListedAgency[]): void;
  /** Null for one that was not shown. */
  findListed(accountId: string, agencyId: string): ListedAgency | null;
}

export interface FeedState {
  /** Null until a first load has ended. */
  readonly position: number | null;
  /** A first load under way: where its next page starts, where the feed is to be followed from afterwards. */
  readonly snapshot: {
    readonly after: string | null;
    readonly position: number;
    readonly loaded: number;
    readonly total: number;
  } | null;
  readonly lastSyncedAt: string | null;
}

/** One page of a first load: how far the feed had got when it was read, and how many records there are and were loaded with it. */
export interface SnapshotPage {
  readonly records: readonly FeedRecord[];
  /** The cursor of the page after it; null for the last one. */
  readonly next: string | null;
  readonly position: number;
  readonly total: number;
  readonly loaded: number;
}

/** `overtaken`: the load no longer stands where the page follows, and nothing was written. */
export type PageOutcome = 'applied' | 'overtaken';

/** Writes the pages of a first load beside the thread that asks. Seldom and not for long, it gives way to decisions. */
export interface PageWriter {
  /**
   * As `continueSnapshot`, one page after the other. Fails with `disk_full` or `storage_failed`; then nothing of the page is
   * there.
   */
  write(organizationId: string, after: string, page: SnapshotPage): Promise<Result<PageOutcome>>;
  close(): void;
}

export interface FeedRepository {
  state(organizationId: string): FeedState;
  /**
   * Applies one page of a first load and where it goes on, in one transaction. `next: null` ends the load: records
   * that the snapshot did not bring are gone then. Records older than a row's version change nothing.
   */
  applySnapshotPage(organizationId: string, page: SnapshotPage): void;
  /** Applies the page that was asked for with the cursor `after`, if a first load stands there. */
  continueSnapshot(organizationId: string, after: string, page: SnapshotPage): PageOutcome;
  /** On a thread of its own where the cache was opened with one, else on this one. To be closed. */
  openPageWriter(): PageWriter;
  /** Applies changes and moves the cursor to the last one, in one transaction; changes at or before the cursor are passed over. */
  applyChanges(organizationId: string, changes: readonly Change[]): 'applied' | 'nothing-new' | 'gap';
  /** Notes that the portal was asked and there was nothing more. */
  markSynced(organizationId: string, at: string): void;
  /** Forgets cursor and snapshot progress, so that the next pull loads afresh; rows and outbox stay until then. */
  restart(organizationId: string): void;
}

export interface OutboxEntry {
  readonly command: Command;
  readonly accountId: string;
  readonly state: 'waiting' | 'sending' | 'acknowledged' | 'refused';
  readonly error: DeskError | null;
}

export interface OutboxRepository {
  /**
   * Keeps commands in one transaction, in order, as `waiting`. `baseVersion` is filled in here: the cached row's version
   * plus the commands that already wait on the same subject, or the row's version where the feed has overtaken them; 0 for
   * a new invitation. Unknown subject: `not_found`. No room left: `disk_full`; a disk that fails: `storage_failed`.
   */
  enqueue(accountId: string, organizationId: string, commands: readonly Omit<Command, 'baseVersion'>[]): Result<void>;
  /**
   * The account's oldest command for the organization that is to be sent, in order of enqueueing. In guided mode one that
   * nobody has recorded yet is passed over.
   */
  next(accountId: string, organizationId: string): OutboxEntry | null;
  find(commandId: string): OutboxEntry | null;
  markSending(commandId: string): void;
  /** After an answer that leaves the outcome unknown, or a restart: back to `waiting`, same id, same place. */
  markWaiting(commandId: string): void;
  /** Applied by the portal; leaves the overlay once the feed has reached `position`. */
  markApplied(commandId: string, position: number): void;
  /**
   * Commands that counted on its effect are refused with it, as `earlier_refused`: sent on their own they could meet a
   * version that somebody else made, and be taken for decisions about that.
   */
  markRefused(commandId: string, error: DeskError): void;
  list(organizationId: string): OutboxItem[];
  /** What is not carried out of all organizations, in the order in which it was decided; refusals tell how the subject stands. */
  ofAccount(accountId: string): OutboxItem[];
  counts(accountId: string): { waiting: number; needsAttention: number };
  /** Organizations of the account with something to send. */
  organizationsToSend(accountId: string): string[];
  /**
   * Removes a command that certainly was never sent; else `command_in_flight`. Later commands on its subject that counted
   * on its effect carry one version less then; those on an invitation that is taken back go with it.
   */
  undo(commandId: string): Result<{ organizationId: string }>;
  /** Removes a refused command. */
  dismiss(commandId: string): Result<{ organizationId: string }>;
}

/** A wish about one linked account; what is left out stays as it is. */
export type PreferenceWish = Pick<
  WantedPreferences,
  'linkedAccountId' | 'organizationName' | 'decidedAt' | 'nickname' | 'isDefault'
>;

/**
 * Nicknames and defaults that the portal has not taken yet (D9): one wish for each linked account, the latest. A call about
 * a wish that has given way to a later one does nothing.
 */
export interface WantedPreferenceRepository {
  /** In the order in which they were given. */
  list(accountId: string): WantedPreferences[];
  /**
   * Keeps the wish durably, joined with what waits for the same linked account; a new default takes the place of one that
   * waits. No room left: `disk_full`; a disk that fails: `storage_failed`.
   */
  keep(accountId: string, wish: PreferenceWish): Result<void>;
  markSending(sequence: number): void;
  markRefused(sequence: number, error: DeskError): void;
  /** The portal has taken it. */
  settle(sequence: number): void;
  /** Takes back what was never sent, or notes a refusal; `command_in_flight` for what may have been sent. */
  forget(accountId: string, linkedAccountId: string): Result<void>;
}

export interface PreferenceRepository {
  get(name: PreferenceName): string | null;
  set(name: PreferenceName, value: string): void;
  remove(name: PreferenceName): void;
}

/**
 * `npi-registry-allowed-since`: when somebody allowed look-ups in the NPI Registry. `dismissed-notices:` and an account's id:
 * the notices that were dismissed for it (E7). `waits-to-tell`: ends of waits that nobody was told of yet (D2).
 */
export type PreferenceName =
  'active-account' | 'npi-registry-allowed-since' | 'waits-to-tell' | `dismissed-notices:${string}`;

/** The practice's own data; no account's coming or going touches it. */
export interface PracticeRepository {
  read(): PracticeProfile;
  /** Replaces all of it in one durable transaction. */
  save(profile: PracticeProfile): void;
}

export interface KnownPlans {
  readonly plans: readonly AccountPlan[];
  readonly asOf: string;
}

/** The health plans of an account, as its portal last told them (A11); they go with the account. */
export interface HealthPlanRepository {
  /** `isAgreed: false` where somebody has to agree to the portal's disclaimer before they are shown again. */
  find(accountId: string): { plans: AccountPlan[]; asOf: string; isAgreed: boolean } | null;
  /** What came to a person who had agreed. */
  keep(accountId: string, known: KnownPlans): void;
  hide(accountId: string): void;
}

/** A document on its way to a portal, as it was chosen and cut (E8). */
export interface KeptUpload {
  readonly id: string;
  readonly accountId: string;
  readonly orderId: string;
  readonly name: string;
  readonly type: DocumentType;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly pages: string | null;
  /** Bytes that the portal has, as it last told. */
  readonly sent: number;
  readonly state: Upload['state'];
  readonly error: DeskError | null;
}

/** Documents that have not arrived yet, bytes and all: encrypted like everything here, until they have. */
export interface UploadRepository {
  /** Of all accounts, the oldest first. */
  all(): KeptUpload[];
  list(accountId: string, orderId: string): KeptUpload[];
  find(uploadId: string): KeptUpload | null;
  /** Keeps the document durably, or nothing of it. */
  add(upload: KeptUpload, content: Uint8Array): void;
  /** At most `partBytes` bytes from an offset; none at the end. */
  part(uploadId: string, offset: number): Uint8Array;
  note(uploadId: string, progress: Pick<KeptUpload, 'sent' | 'state' | 'error'>): void;
  /** Forgets the document and its bytes. */
  remove(uploadId: string): void;
}

export interface RegistryAnswer {
  /** Null where the registry knows no such NPI. */
  readonly provider: RegisteredProvider | null;
  readonly asOf: string;
}

/** What the NPI Registry answered. */
export interface RegistryRepository {
  find(npi: string): RegistryAnswer | null;
  /** Keeps an answer, and forgets those given before `oldest`. */
  keep(npi: string, answer: RegistryAnswer, oldest: string): void;
}

/** Unfinished wizards, the last twenty, without secret answers. */
export interface DraftRepository {
  find(key: string): Draft | null;
  keep(key: string, draft: Draft): void;
  discard(key: string): void;
}
