import type { Account } from '../../src-shared/domain/account.ts';
import type { Command } from '../../src-shared/domain/command.ts';
import type { LinkedAccount } from '../../src-shared/domain/organization.ts';
import type { Change, FeedRecord, Hint } from '../../src-shared/portal-api/changes.ts';
import type { Outcome } from '../../src-shared/portal-api/commands.ts';
import type { Result } from '../../src-shared/result.ts';

/** One signed-in account's line to its portal. Every failure is a value; `offline` and `portal_error` may be retried. */
export interface Connector {
  account(): Promise<Result<Account>>;
  linkedAccounts(): Promise<Result<LinkedAccount[]>>;
  linkAccount(id: string, answers: Readonly<Record<string, string | boolean>>): Promise<Result<LinkedAccount>>;
  snapshot(
    organizationId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<{ records: FeedRecord[]; next: string | null; position: number; total: number }>>;
  changes(organizationId: string, after: number, limit: number): Promise<Result<{ changes: Change[]; more: boolean }>>;
  submit(command: Command): Promise<Result<Outcome>>;
  /**
   * Calls back once when the portal has begun to tell hints, and for each hint until the signal aborts or the stream
   * breaks; then it resolves.
   */
  listen(onHint: (hint: Hint) => void, signal: AbortSignal, onOpen?: () => void): Promise<Result<void>>;
  /** This session stays, the account's others end. */
  changePassword(currentPassword: string, newPassword: string): Promise<Result<void>>;
  startAuthenticator(): Promise<Result<{ secret: string; uri: string }>>;
  confirmAuthenticator(code: string): Promise<Result<Account>>;
  removeAuthenticator(code: string): Promise<Result<Account>>;
  signOut(): Promise<Result<void>>;
}
