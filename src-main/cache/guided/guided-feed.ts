import { recordSchema, type Change, type FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { Statements } from '../sqlite.ts';

/** Changes that are kept; whoever is further behind loads everything afresh. */
export const changesKept = 5000;

/** The records of an organization and their gapless feed. Calls that write belong into a transaction of the caller's. */
export interface GuidedFeed {
  /** Answers the position afterwards. */
  append(organizationId: string, records: readonly FeedRecord[]): number;
  changes(
    organizationId: string,
    after: number,
    limit: number,
  ): { changes: Change[]; more: boolean } | 'truncated' | null;
  position(organizationId: string): number | null;
}

export function guidedFeed(statements: Statements): GuidedFeed {
  const read = statements<{ position: number }>('select position from guided_organization where id = :id');
  const move = statements('update guided_organization set position = :position where id = :id');
  const keep = statements(
    `insert into guided_person (organization_id, kind, id, email, details) values (:organization, :kind, :id, :email, :details)
     on conflict do update set email = excluded.email, details = excluded.details`,
  );
  const tell = statements(
    'insert into guided_change (organization_id, position, record) values (:organization, :position, :record)',
  );
  const forget = statements('delete from guided_change where organization_id = :organization and position <= :before');
  const after = statements<{ position: number; record: string }>(
    `select position, record from guided_change where organization_id = :organization and position > :after
     order by position limit :limit`,
  );
  const position: GuidedFeed['position'] = (id) => read.get({ id })?.position ?? null;

  return {
    position,
    append(organization, records) {
      const before = position(organization);
      if (before === null) throw new Error(`Organization ${organization} is not kept by hand`);
      for (const [place, record] of records.entries()) {
        const { kind, entity } = record;
        const email = 'email' in entity ? entity.email : '';
        keep.run({ organization, kind, id: entity.id, email, details: JSON.stringify(entity) });
        tell.run({ organization, position: before + 1 + place, record: JSON.stringify(record) });
      }
      const reached = before + records.length;
      move.run({ id: organization, position: reached });
      forget.run({ organization, before: reached - changesKept });
      return reached;
    },
    changes(organization, from, limit) {
      const reached = position(organization);
      if (reached === null) return null;
      const rows = after.all({ organization, after: from, limit });
      const first = rows[0]?.position ?? from + 1;
      if (from > reached || first !== from + 1) return 'truncated';
      const last = rows.at(-1)?.position ?? from;
      return {
        changes: rows.map((row) => ({
          position: row.position,
          change: { op: 'put', record: recordSchema.parse(JSON.parse(row.record)) },
        })),
        more: last < reached,
      };
    },
  };
}
