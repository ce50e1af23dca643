import type { Intent } from '../../src-shared/domain/command.ts';
import type { ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import type { OutboxItem } from '../../src-shared/ipc/people.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { SyncListener } from '../sync/sync-listener.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { RunningAccounts } from './running-accounts.ts';

/** What people decide: kept in the outbox first, sent afterwards. Everything here works offline. */
export interface Decisions {
  /**
   * Keeps the decisions, all or none, in the name of the account that belongs to the organization. `not_permitted` when
   * none does (any more), `signed_out` when that account has to sign in again first.
   */
  submit(organizationId: string, intents: readonly Intent[]): Result<{ commandIds: string[] }>;
  list(organizationId: string): OutboxItem[];
  /** Of all organizations, and what the account's owner wants of its linked accounts. */
  ofAccount(accountId: string): ProcedureOutput<'commands.ofAccount'>;
  undo(commandId: string): Result<void>;
  dismiss(commandId: string): Result<void>;
}

export interface DecisionsSettings {
  readonly cache: Cache;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly listener: SyncListener;
  readonly now: () => Date;
  /** A UUIDv7 of now; later ones sort after earlier ones. */
  readonly newId: () => string;
}

export function createDecisions(settings: DecisionsSettings): Decisions {
  const { cache, directory, running, listener, now, newId } = settings;

  function announce(organizationId: string): void {
    listener.peopleChanged(organizationId);
    for (const { account } of cache.accounts.list()) listener.syncChanged(running.syncState(account.id));
  }

  function taken(answer: Result<{ organizationId: string }>): Result<void> {
    if (!answer.ok) return answer;
    announce(answer.value.organizationId);
    return ok(undefined);
  }

  return {
    submit(organizationId, intents) {
      const account = directory.accountFor(organizationId);
      if (account === null) return fail({ code: 'not_permitted' });
      if (account.state === 'signed-out') return fail({ code: 'signed_out' });
      const decidedAt = now().toISOString();
      const commands = intents.map((intent) => ({ id: newId(), organizationId, decidedAt, intent }));
      const kept = cache.outbox.enqueue(account.account.id, organizationId, commands);
      if (!kept.ok) return kept;
      announce(organizationId);
      running.find(account.account.id)?.sync.commandDecided();
      return ok({ commandIds: commands.map(({ id }) => id) });
    },

    list: (organizationId) => cache.outbox.list(organizationId),
    ofAccount: (accountId) => ({
      items: cache.outbox.ofAccount(accountId),
      preferences: cache.wantedPreferences.list(accountId),
    }),
    undo: (commandId) => taken(cache.outbox.undo(commandId)),
    dismiss: (commandId) => taken(cache.outbox.dismiss(commandId)),
  };
}
