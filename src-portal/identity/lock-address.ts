import { sql } from 'kysely';
import type { DatabaseTransaction } from '../context.ts';

/** Of two who want the same email address of a portal at once (E2, E4), the second waits and finds it taken. */
export async function lockAddress(transaction: DatabaseTransaction, portalId: string, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`address ${portalId} ${email}`}::text, 0))`.execute(
    transaction,
  );
}
