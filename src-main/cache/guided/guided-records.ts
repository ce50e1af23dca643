import { guidedDeadlineSchema } from '../../../src-shared/domain/guided-deadline.ts';
import { guidedRecordSchema, type GuidedRecord } from '../../../src-shared/domain/guided-record.ts';
import type { Statements } from '../sqlite.ts';
import type { GuidedBooks, GuidedEntry } from './guided-books.ts';

/** What was recorded, and the deadlines that count. Calls that write belong into a transaction of the caller's. */
export interface GuidedRecords extends Pick<GuidedBooks, 'records' | 'deadlines'> {
  enter(accountId: string, entry: GuidedEntry): void;
}

export function guidedRecords(statements: Statements): GuidedRecords {
  const add = statements(
    `insert into guided_record (account_id, organization_id, details) values (:account, :organization, :details)`,
  );
  const page = statements<{ details: string }>(
    `select details from guided_record where account_id = :account and (:organization is null or organization_id = :organization)
     order by sequence desc limit :limit offset :skip`,
  );
  const count = statements<{ amount: number }>(
    `select count(*) as amount from guided_record
     where account_id = :account and (:organization is null or organization_id = :organization)`,
  );
  const keep = statements(
    `insert into guided_deadline (account_id, id, details) values (:account, :id, :details)
     on conflict do update set details = excluded.details`,
  );
  const all = statements<{ details: string }>(
    `select details from guided_deadline where account_id = :account order by details ->> 'dueOn', id`,
  );
  const toRecord = ({ details }: { details: string }): GuidedRecord => guidedRecordSchema.parse(JSON.parse(details));

  return {
    enter(account, { record, deadlines }) {
      add.run({ account, organization: record.organizationId, details: JSON.stringify(record) });
      for (const deadline of deadlines) keep.run({ account, id: deadline.id, details: JSON.stringify(deadline) });
    },
    records: (account, organization, skip, limit) => ({
      records: page.all({ account, organization, skip, limit }).map(toRecord),
      total: count.get({ account, organization })?.amount ?? 0,
    }),
    deadlines: (account) => all.all({ account }).map(({ details }) => guidedDeadlineSchema.parse(JSON.parse(details))),
  };
}
