import { sql, type Insertable } from 'kysely';
import type { DatabaseTransaction } from '../context.ts';
import type { Schema } from '../database/schema.ts';

/** Big enough to be quick, small enough for one message to the database. */
const rowsAtOnce = 2_000;

/** Inserts any number of rows that all have the same columns: one statement with one parameter for 2,000 of them. */
export async function insertRows<Table extends keyof Schema>(
  transaction: DatabaseTransaction,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = JSON.stringify(rows.slice(start, start + rowsAtOnce));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${batch}::text::jsonb)`.execute(
      transaction,
    );
  }
}
