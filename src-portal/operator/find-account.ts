import type { Selectable } from 'kysely';
import { emailSchema } from '../../src-shared/domain/email.ts';
import type { PortalDefinition } from '../../src-shared/portals/definition.ts';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import type { Database } from '../context.ts';
import type { Schema } from '../database/schema.ts';

/** The account that the operator named by its email address, or a sentence about why there is none. */
export async function findAccount(
  database: Database,
  portal: PortalDefinition,
  email: string,
): Promise<Result<Selectable<Schema['account']>, string>> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) return fail(`${email} is not an email address`);
  const account = await database
    .selectFrom('account')
    .selectAll()
    .where('portal_id', '=', portal.id)
    .where('email', '=', parsed.data)
    .executeTakeFirst();
  return account === undefined ? fail(`${portal.name} has no account with the address ${parsed.data}`) : ok(account);
}
