import type { ProcedureInput as Input, ProcedureOutput } from '../../src-shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { AccountDirectory } from './account-directory.ts';
import type { RunningAccounts } from './running-accounts.ts';

/** Billing agencies of organizations, and the directory that they are chosen from (D10). */
export interface BillingAgencies {
  /** What is cached, with what was decided laid over it. */
  page(input: Input<'billingAgencies.page'>): ProcedureOutput<'billingAgencies.page'>;
  /** Asks the portal, and remembers what it showed: a choice from it can be kept without a line to the portal. */
  search(input: Input<'billingAgencies.search'>): Promise<Result<ProcedureOutput<'billingAgencies.search'>>>;
}

export interface BillingAgenciesSettings {
  readonly cache: Cache;
  readonly directory: AccountDirectory;
  readonly running: RunningAccounts;
}

export const createBillingAgencies = ({ cache, directory, running }: BillingAgenciesSettings): BillingAgencies => ({
  page: (input) => cache.agencies.page(input),

  async search({ accountId, search }) {
    const cached = directory.find(accountId);
    if (cached === null) return fail({ code: 'not_found' });
    const account = running.find(accountId);
    if (account === null || cached.state === 'signed-out') return fail({ code: 'signed_out' });
    const found = await account.connector.findBillingAgencies(search);
    if (!found.ok) return found;
    // somebody can have removed the account meanwhile
    if (directory.find(accountId) !== null) cache.agencies.keepListed(accountId, found.value);
    return ok({ agencies: found.value });
  },
});
