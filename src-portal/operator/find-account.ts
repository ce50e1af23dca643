import { emailSchema } from '../../src-shared/domain/email.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Database } from '../context.ts';
import type { AccountRow } from '../identity/account-of.ts';
import { onePortal } from './one-portal.ts';

export interface FoundAccount {
  readonly account: AccountRow;
  readonly portal: PortalDefinition;
}

/** The account that the operator named by its email address at one of these portals, or a sentence about why there is none. */
export async function findAccount(
  database: Database,
  portals: readonly PortalDefinition[],
  email: string,
): Promise<Result<FoundAccount, string>> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) return fail(`${email} is not an email address`);
  const accounts = await database.selectFrom('account').selectAll().where('email', '=', parsed.data).execute();
  const portal = onePortal(portals, accounts, {
    nowhere: `account with the address ${parsed.data}`,
    ambiguous: `${parsed.data} has an account`,
  });
  if (!portal.ok) return portal;
  const account = accounts.find(({ portal_id: id }) => id === portal.value.id);
  if (account === undefined) throw new Error('The portal was chosen among those of the accounts');
  return ok({ account, portal: portal.value });
}
