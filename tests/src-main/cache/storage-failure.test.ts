import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { storageFailure } from '../../../src-main/cache/storage-failure.ts';
import { outboxRepository } from '../../../src-main/cache/outbox/outbox-repository.ts';
import { preparedStatements } from '../../../src-main/cache/sqlite.ts';
import { transactionsOf } from '../../../src-main/cache/transactions.ts';
import { command, intents, organizationId, records, user } from './records.ts';
import { databaseOf, load, temporaryCache } from './temporary-cache.ts';

const sqlite = (code: string): Error => new Database.SqliteError('', code);
const system = (code: string): Error => Object.assign(new Error('refused'), { code });

describe('what the disk is to blame for', () => {
  it.each([
    [sqlite('SQLITE_FULL'), 'disk_full'],
    [system('ENOSPC'), 'disk_full'],
    [system('EDQUOT'), 'disk_full'],
    [sqlite('SQLITE_IOERR_FSYNC'), 'storage_failed'],
    [sqlite('SQLITE_IOERR_WRITE'), 'storage_failed'],
    [sqlite('SQLITE_CANTOPEN'), 'storage_failed'],
    [sqlite('SQLITE_READONLY_DBMOVED'), 'storage_failed'],
    [sqlite('SQLITE_CORRUPT'), 'storage_failed'],
    [system('EIO'), 'storage_failed'],
    [system('EROFS'), 'storage_failed'],
  ])('%s is told as %s', (error, code) => {
    expect(storageFailure(error)).toEqual({ code });
  });

  it.each([[sqlite('SQLITE_CONSTRAINT_UNIQUE')], [system('ENOENT')], [new Error('a bug')], ['text'], [null]])(
    '%s is not',
    (error) => {
      expect(storageFailure(error)).toBeNull();
    },
  );
});

describe('a decision on a disk that fails', () => {
  it('is refused with a typed error, and nothing of the batch is kept', () => {
    const { cache, file } = temporaryCache();
    load(cache, [records.user(user(1)), records.user(user(2))]);
    const database = databaseOf(file);
    const transactions = transactionsOf(database);
    let failing = true;
    const outbox = outboxRepository(preparedStatements(database), {
      ...transactions,
      durable: (work) =>
        transactions.durable(() => {
          const answer = work();
          // as the file system answers when the commit is to be synced
          if (failing) throw sqlite('SQLITE_IOERR_FSYNC');
          return answer;
        }),
    });
    const batch = [command(1, intents.revoke(1)), command(2, intents.revoke(2))];
    expect(outbox.enqueue('account', organizationId, batch)).toEqual({ ok: false, error: { code: 'storage_failed' } });
    expect(outbox.list(organizationId)).toEqual([]);
    failing = false;
    expect(outbox.enqueue('account', organizationId, batch).ok).toBe(true);
    expect(outbox.list(organizationId)).toHaveLength(2);
  });
});
