import type { Database, PortalContext } from '../context.ts';
import type { AccountRow } from './account-of.ts';
import { distributedPasswordCounter, factorCounters } from './sign-in-limits.ts';
import { checkAttempts } from './take-attempt.ts';

/** Whether nobody can sign in to the account for a while, because of wrong passwords or second factors from anywhere. */
export async function isLocked(
  database: Database,
  context: PortalContext,
  account: Pick<AccountRow, 'id' | 'portal_id' | 'email'>,
): Promise<boolean> {
  const counters = [
    distributedPasswordCounter(context, account.portal_id, account.email),
    ...factorCounters(account.id),
  ];
  for (const { key, limit } of counters) {
    const free = await checkAttempts(database, context, key, limit);
    if (!free.ok) return true;
  }
  return false;
}
