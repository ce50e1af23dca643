import type { Account } from '../../../src-shared/domain/account.ts';
import { fail, ok, type Result } from '../../../src-shared/result.ts';
import type { Cache } from '../../cache/cache.ts';
import type { GuidedHints } from '../../connectors/guided/guided-hints.ts';
import type { AccountDirectory } from '../account-directory.ts';
import type { RunningAccounts } from '../running-accounts.ts';

/** What everything about portals that have only a web site works with. */
export interface GuidedDesk {
  readonly cache: Pick<Cache, 'accounts' | 'agencies' | 'guided' | 'outbox'>;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
  readonly hints: GuidedHints;
  /** Records or deadlines of the account have changed. */
  readonly onChanged: (accountId: string) => void;
  readonly now: () => Date;
  /** A UUIDv7 of now; later ones sort after earlier ones. */
  readonly newId: () => string;
  /** Lets the event loop do something else. */
  readonly yieldNow: () => Promise<void>;
}

/** `not_found` for an account that is not here, `not_permitted` for one that has a service. */
export function guidedAccount({ directory }: Pick<GuidedDesk, 'directory'>, accountId: string): Result<Account> {
  const cached = directory.find(accountId);
  if (cached === null) return fail({ code: 'not_found' });
  return cached.mode === 'guided' ? ok(cached.account) : fail({ code: 'not_permitted' });
}

/** The account that keeps the organization; `not_permitted` where none here does. */
export function keeperOf(desk: Pick<GuidedDesk, 'cache' | 'directory'>, organizationId: string): Result<Account> {
  const accountId = desk.cache.guided.accountOf(organizationId);
  return accountId === null ? fail({ code: 'not_permitted' }) : guidedAccount(desk, accountId);
}

/** The first and last name of the person whose account it is. */
export const nameOf = ({ firstName, lastName }: Account): string => `${firstName} ${lastName}`;
