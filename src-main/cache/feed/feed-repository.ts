import type { FeedRepository, SnapshotPage } from '../cache.ts';
import { organizationKeys } from '../organization-keys.ts';
import type { Sqlite, Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';
import { recordWriters } from './record-writers.ts';

interface Progress {
  readonly key: number;
  readonly position: number | null;
  readonly generation: number;
  readonly snapshot_after: string | null;
  readonly snapshot_position: number | null;
  readonly snapshot_loaded: number | null;
  readonly snapshot_total: number | null;
  readonly snapshot_marked: number;
  readonly synced_at: string | null;
}

/** Of a first load: at most some 80 MB of the write-ahead log. */
export const rowsPerCheckpoint = 10_000;

/** The repository but for its page writers: what each thread that writes pages has of its own. */
export interface FeedWriter extends Omit<FeedRepository, 'openPageWriter'> {
  /** Moves what a first load has written out of the write-ahead log, once that is worth while: it waits for the disk. */
  checkpointWhenDue(): void;
  /** Moves it in any case. */
  checkpoint(): void;
}

/**
 * Writes what the portal says. A first load has a number, its generation, that every row it brings is marked with: what
 * bears another at its end was not brought and goes.
 */
export function feedWriter(database: Sqlite, statements: Statements, transactions: Transactions): FeedWriter {
  const keys = organizationKeys(statements);
  const records = recordWriters(database, statements);
  const read = statements<Progress>('select * from organization where id = :id');
  const begin = statements(
    `update organization set generation = generation + 1, snapshot_marked = 0, snapshot_position = :position
     where key = :key`,
  );
  const advance = statements(
    `update organization set snapshot_after = :after, snapshot_loaded = :loaded, snapshot_total = :total,
       snapshot_marked = snapshot_marked + :marked where key = :key`,
  );
  const leaveSnapshot = `snapshot_after = null, snapshot_position = null, snapshot_loaded = null, snapshot_total = null`;
  const finish = statements(`update organization set position = snapshot_position, ${leaveSnapshot} where key = :key`);
  const forget = statements(`update organization set position = null, ${leaveSnapshot} where id = :id`);
  const follow = statements('update organization set position = :position where key = :key');
  const note = statements('update organization set synced_at = :at where key = :key');
  const settle = statements(
    `delete from outbox where organization_id = :id and state = 'acknowledged' and position <= :position`,
  );

  let rowsInLog = 0;
  /** In one transaction, and into the log only: whoever writes next moves it, should nobody ask for that. */
  const intoLog = <Answer>(page: SnapshotPage, work: () => Answer): Answer => {
    const pages = database.pragma('wal_autocheckpoint', { simple: true });
    database.pragma('wal_autocheckpoint = 0');
    try {
      const answer = transactions.repeatable(work);
      rowsInLog += page.records.length;
      return answer;
    } finally {
      database.pragma(`wal_autocheckpoint = ${Number(pages)}`);
    }
  };

  const checkpoint = (): void => {
    database.pragma('wal_checkpoint(passive)');
    rowsInLog = 0;
  };

  const progressOf = (id: string): Progress => {
    keys.ensure(id);
    const progress = read.get({ id });
    if (progress === undefined) throw new Error(`There is no organization ${id}`);
    return progress;
  };

  const apply = (id: string, page: SnapshotPage): void => {
    const { key, snapshot_position: under } = progressOf(id);
    // the first page's position counts: what changed since, while pages were read, is in the feed after it
    if (under === null) begin.run({ key, position: page.position });
    const { generation, snapshot_position: position } = progressOf(id);
    let marked = 0;
    for (const record of page.records) marked += records.put(key, record, generation);
    advance.run({ key, after: page.next, loaded: page.loaded, total: page.total, marked });
    if (page.next !== null) return;
    records.removeOtherGenerations(key, generation, progressOf(id).snapshot_marked);
    finish.run({ key });
    settle.run({ id, position });
  };

  return {
    state(id) {
      const kept = read.get({ id });
      return {
        position: kept?.position ?? null,
        snapshot:
          kept === undefined || kept.snapshot_position === null
            ? null
            : {
                after: kept.snapshot_after,
                position: kept.snapshot_position,
                loaded: kept.snapshot_loaded ?? 0,
                total: kept.snapshot_total ?? 0,
              },
        lastSyncedAt: kept?.synced_at ?? null,
      };
    },
    applySnapshotPage(id, page) {
      intoLog(page, () => {
        apply(id, page);
      });
    },
    continueSnapshot(id, after, page) {
      return intoLog(page, () => {
        if (read.get({ id })?.snapshot_after !== after) return 'overtaken';
        apply(id, page);
        return 'applied';
      });
    },
    checkpointWhenDue() {
      if (rowsInLog >= rowsPerCheckpoint) checkpoint();
    },
    checkpoint,
    applyChanges(id, changes) {
      return transactions.repeatable(() => {
        const { key, position, generation } = progressOf(id);
        if (position === null) return 'gap';
        const news = changes.filter((change) => change.position > position);
        if (news.some((change, place) => change.position !== position + 1 + place)) return 'gap';
        for (const { change } of news) {
          if (change.op === 'put') records.put(key, change.record, generation);
          else records.remove(key, change.kind, change.id);
        }
        const reached = news.at(-1)?.position;
        if (reached === undefined) return 'nothing-new';
        follow.run({ key, position: reached });
        settle.run({ id, position: reached });
        return 'applied';
      });
    },
    markSynced(id, at) {
      transactions.repeatable(() => note.run({ key: keys.ensure(id), at }));
    },
    restart(id) {
      transactions.repeatable(() => forget.run({ id }));
    },
  };
}
