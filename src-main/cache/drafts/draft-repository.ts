import { draftSchema, type Draft } from '../../../src-shared/ipc/drafts.ts';
import type { DraftRepository } from '../cache.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';

/** Wizards that somebody may still go on with; older ones give way. */
const most = 20;

export function draftRepository(statements: Statements, transactions: Transactions): DraftRepository {
  const byKey = statements<{ details: string }>('select details from draft where key = :key');
  const upsert = statements(
    `insert into draft (key, place, details) values (:key, (select coalesce(max(place), 0) + 1 from draft), :details)
     on conflict (key) do update set place = excluded.place, details = excluded.details`,
  );
  const forget = statements('delete from draft where key = :key');
  const forgetOldest = statements(
    'delete from draft where key not in (select key from draft order by place desc limit :most)',
  );
  return {
    find(key) {
      const row = byKey.get({ key });
      return row === undefined ? null : readable(row.details);
    },
    keep(key, draft) {
      transactions.repeatable(() => {
        upsert.run({ key, details: JSON.stringify(draft) });
        forgetOldest.run({ most });
      });
    },
    discard(key) {
      transactions.durable(() => forget.run({ key }));
    },
  };
}

/** A draft that an older version of the app kept in another form is none. */
function readable(details: string): Draft | null {
  const parsed = draftSchema.safeParse(JSON.parse(details));
  return parsed.success ? parsed.data : null;
}
