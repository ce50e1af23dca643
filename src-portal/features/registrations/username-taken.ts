import { sql } from 'kysely';
import type { PortalDefinition } from '../../../src-shared/portals/definition.ts';
import type { Database, DatabaseTransaction, PortalContext } from '../../context.ts';
import type { Registrant } from './registrant.ts';

/**
 * Whether somebody else has the username. It is free again once its account has expired (A9); and whoever registers anew
 * with an address that nobody has confirmed keeps theirs. A confirmed account has its own username taken too: otherwise the
 * answer would tell that address and username belong together. [ours]
 */
export async function isUsernameTaken(
  database: Database,
  { chance }: PortalContext,
  portal: PortalDefinition,
  { username, email }: Pick<Registrant, 'username' | 'email'>,
): Promise<boolean> {
  if (username === null) return false;
  const holder = await database
    .selectFrom('account')
    .select('id')
    .where('portal_id', '=', portal.id)
    .where('username', '=', username)
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', chance.now())]))
    .where((row) => row.or([row('email', '!=', email), row('email_verified_at', 'is not', null)]))
    .executeTakeFirst();
  return holder !== undefined;
}

/** Of two who want the same username at once, the second waits and finds it taken. */
export async function lockUsername(
  transaction: DatabaseTransaction,
  portal: PortalDefinition,
  username: string | null,
): Promise<void> {
  if (username === null) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`username ${portal.id} ${username}`}::text, 0))`.execute(
    transaction,
  );
}
