import fs from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { outboxRepository } from '../../../src-main/cache/outbox/outbox-repository.ts';
import { preparedStatements } from '../../../src-main/cache/sqlite.ts';
import { transactionsOf, type Transactions } from '../../../src-main/cache/transactions.ts';
import { command, idOf, intents, organizationId } from './records.ts';
import { databaseOf, temporaryCache } from './temporary-cache.ts';

describe('transactions', () => {
  it('wait for the disk where it matters', () => {
    const database = databaseOf(temporaryCache().file);
    const transactions = transactionsOf(database);
    const synchronous = (): unknown => database.pragma('synchronous', { simple: true });
    // https://sqlite.org/pragma.html#pragma_synchronous
    expect(transactions.repeatable(synchronous)).toBe(1);
    expect(transactions.durable(synchronous)).toBe(2);
  });

  it('read of one moment, and within another transaction what that has written', () => {
    const { file } = temporaryCache();
    const [database, other] = [databaseOf(file), databaseOf(file)];
    const transactions = transactionsOf(database);
    const count = (): unknown => database.prepare('select count(*) from preference').pluck().get();
    transactions.reading(() => {
      expect(count()).toBe(0);
      other.exec(`insert into preference values ('name', 'value')`);
      expect(count()).toBe(0);
    });
    expect(count()).toBe(1);
    transactions.repeatable(() => {
      database.exec(`insert into preference values ('other', 'value')`);
      expect(transactions.reading(count)).toBe(2);
    });
  });

  it('undo everything when the work throws, and do not nest', () => {
    const database = databaseOf(temporaryCache().file);
    const transactions = transactionsOf(database);
    const write = (): void => {
      database.exec(`insert into preference values ('name', 'value')`);
    };
    expect(() => {
      transactions.durable(() => {
        write();
        throw new Error('no');
      });
    }).toThrow('no');
    expect(database.prepare('select count(*) from preference').pluck().get()).toBe(0);
    expect(() => {
      transactions.durable(() => {
        transactions.repeatable(write);
      });
    }).toThrow('nest');
  });

  it.each([
    ['a disk that fails', new Database.SqliteError('', 'SQLITE_IOERR_FSYNC'), true],
    ['a full disk', new Database.SqliteError('', 'SQLITE_FULL'), true],
    ['a bug', new Error('no'), false],
  ])('write over what %s may have left in the log', (_title, error, writes) => {
    const { file } = temporaryCache();
    const database = databaseOf(file);
    const settings = (): unknown[] =>
      ['user_version', 'wal_autocheckpoint', 'synchronous'].map((name) => database.pragma(name, { simple: true }));
    const transactions = transactionsOf(database);
    const log = (): Buffer => fs.readFileSync(`${file}-wal`);
    transactions.durable(() => undefined);
    const [before, settled] = [log(), settings()];
    expect(() => {
      transactions.durable(() => {
        throw error;
      });
    }).toThrow(error);
    expect(log().equals(before)).toBe(!writes);
    expect(settings()).toEqual(settled);
    expect(transactions.durable(() => database.pragma('integrity_check', { simple: true }))).toBe('ok');
  });

  it('are durable for what a person decides and for what must not look unsent', () => {
    const database = databaseOf(temporaryCache().file);
    const real = transactionsOf(database);
    const durable = vi.fn<() => void>();
    const counting: Transactions = {
      ...real,
      durable(work) {
        durable();
        return real.durable(work);
      },
    };
    const outbox = outboxRepository(preparedStatements(database), counting);
    const me = idOf('account', 1);
    outbox.enqueue(me, organizationId, [command(1, intents.invite(1)), command(2, intents.invite(2))]);
    expect(durable).toHaveBeenCalledTimes(1);
    outbox.markSending(idOf('command', 1));
    expect(durable).toHaveBeenCalledTimes(2);
    outbox.undo(idOf('command', 2));
    expect(durable).toHaveBeenCalledTimes(3);
    outbox.markRefused(idOf('command', 1), { code: 'already_invited' });
    expect(durable).toHaveBeenCalledTimes(3);
    outbox.dismiss(idOf('command', 1));
    expect(durable).toHaveBeenCalledTimes(4);
  });
});
