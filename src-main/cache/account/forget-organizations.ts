import { recordWriters } from '../feed/record-writers.ts';
import type { Sqlite, Statements } from '../sqlite.ts';

/** Removes all that is kept of organizations that no account here is linked to. Belongs into a transaction of the caller's. */
export function organizationForgetter(database: Sqlite, statements: Statements): () => void {
  const records = recordWriters(database, statements);
  const unlinked = statements<{ key: number }>(
    'select key from organization where id not in (select organization_id from linked_account)',
  );
  const totals = statements('delete from people_count where organization = :key');
  const organization = statements('delete from organization where key = :key');
  return () => {
    for (const { key } of unlinked.all({})) {
      records.removeAll(key);
      totals.run({ key });
      organization.run({ key });
    }
  };
}
