import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { isEncrypted } from '../../../src-main/cache/open-database.ts';
import { openAsItIs } from './old-file.ts';
import { command, intents, invitation, organizationId, records, user } from './records.ts';
import { cacheFileIn, databaseOf, load, opened, temporaryCache, temporaryFolder, testKey } from './temporary-cache.ts';

const otherKey = 'f'.repeat(64);

describe('opening the cache', () => {
  it('finds again what it kept', () => {
    const file = cacheFileIn(temporaryFolder());
    const first = opened(file);
    load(first, [records.user(user(1))], 7);
    first.preferences.set('active-account', 'somebody');
    first.close();
    const second = opened(file);
    expect(second.feed.state(organizationId).position).toBe(7);
    expect(second.preferences.get('active-account')).toBe('somebody');
    expect(second.people.userCounts(organizationId).users).toBe(1);
    second.close();
  });

  it.each(['', 'ab'.repeat(31), `${'ab'.repeat(31)}g0`, 'AB'.repeat(32), `${testKey}00`])(
    'throws for the key %j and leaves no file',
    (key) => {
      const file = cacheFileIn(temporaryFolder());
      expect(() => openCache({ file, key })).toThrow('64 hex digits');
      expect(fs.existsSync(file)).toBe(false);
    },
  );

  it('is unreadable with another key, and unharmed by the try', () => {
    const file = cacheFileIn(temporaryFolder());
    opened(file).close();
    expect(openCache({ file, key: otherKey })).toEqual({ ok: false, error: { code: 'cache_unreadable' } });
    opened(file).close();
  });

  it('is unreadable when the file is damaged, a folder, or not encrypted', () => {
    const folder = temporaryFolder();
    const damaged = path.join(folder, 'damaged.db');
    opened(damaged).close();
    const content = fs.readFileSync(damaged);
    fs.writeFileSync(damaged, content.fill(7, 100, 2000));
    const plain = path.join(folder, 'plain.db');
    new Database(plain).exec('create table note (text)').close();
    for (const file of [damaged, folder, plain]) {
      expect(openCache({ file, key: testKey })).toEqual({ ok: false, error: { code: 'cache_unreadable' } });
    }
    expect(isEncrypted(plain)).toBe(false);
  });

  it('is unreadable when only the outbox is damaged, and says so instead of throwing', () => {
    const file = cacheFileIn(temporaryFolder());
    opened(file).close();
    const database = openAsItIs(file, testKey);
    const page = Number(database.prepare(`select rootpage from sqlite_schema where name = 'outbox'`).pluck().get());
    const pageBytes = Number(database.pragma('page_size', { simple: true }));
    database.close();
    const content = fs.readFileSync(file);
    fs.writeFileSync(file, content.fill(7, (page - 1) * pageBytes, page * pageBytes));
    expect(openCache({ file, key: testKey })).toEqual({ ok: false, error: { code: 'cache_unreadable' } });
  });

  it('is unreadable when its folder cannot be made', () => {
    const inTheWay = path.join(temporaryFolder(), 'file');
    fs.writeFileSync(inTheWay, '');
    const result = openCache({ file: path.join(inTheWay, 'cache.db'), key: testKey });
    expect(result).toEqual({ ok: false, error: { code: 'cache_unreadable' } });
  });

  it('is unreadable when a newer version of the app has written it', () => {
    const file = cacheFileIn(temporaryFolder());
    opened(file).close();
    const database = databaseOf(file);
    database.pragma('user_version = 999');
    database.close();
    expect(openCache({ file, key: testKey })).toEqual({ ok: false, error: { code: 'cache_unreadable' } });
  });

  it('takes a file that a crash left empty for a new one', () => {
    const file = path.join(temporaryFolder(), 'cache.db');
    fs.writeFileSync(file, '');
    expect(isEncrypted(file)).toBe(false);
    opened(file).close();
    expect(isEncrypted(file)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is for this user alone', () => {
    const { file, cache } = temporaryCache();
    load(cache, [records.user(user(1))]);
    const permissions = (name: string): number => fs.statSync(name).mode & 0o777;
    expect(permissions(path.dirname(file))).toBe(0o700);
    for (const name of fs.readdirSync(path.dirname(file))) {
      expect(permissions(path.join(path.dirname(file), name)), name).toBe(0o600);
    }
  });

  it('holds no name in the clear, in none of its files', () => {
    const { file, cache } = temporaryCache();
    const people = Array.from({ length: 300 }, (_, n) => records.user(user(n, { lastName: 'Zimmermann' })));
    load(cache, [...people, records.invitation(invitation(1, { failureDetail: 'Mailbox of Zimmermann is full' }))]);
    cache.outbox.enqueue('account', organizationId, [command(1, intents.invite(2))]);
    cache.people.usersPage({
      organizationId,
      search: 'zimm',
      roles: [],
      statuses: [],
      sort: { column: 'email', direction: 'ascending' },
      after: null,
      skip: 0,
      limit: 50,
    });
    const folder = path.dirname(file);
    const names = fs.readdirSync(folder);
    expect(names).toContain('cache.db-wal');
    for (const name of names) {
      const content = fs.readFileSync(path.join(folder, name));
      for (const told of ['Zimmermann', 'zimmermann', 'bergpractice', 'eligibility', 'create table', 'SQLite format']) {
        expect(content.includes(told), `${told} in ${name}`).toBe(false);
      }
    }
    expect(isEncrypted(file)).toBe(true);
  });

  it('lets commands that were being sent wait again after a restart, without making them recallable', () => {
    const file = cacheFileIn(temporaryFolder());
    const first = opened(file);
    load(first, [records.user(user(1))]);
    const { id } = command(1, intents.revoke(1));
    first.outbox.enqueue('account', organizationId, [command(1, intents.revoke(1))]);
    first.outbox.markSending(id);
    first.close();
    const second = opened(file);
    expect(second.outbox.next('account', organizationId)).toMatchObject({ state: 'waiting', command: { id } });
    expect(second.outbox.undo(id)).toEqual({ ok: false, error: { code: 'command_in_flight' } });
    second.close();
  });

  it('syncs to disk before a decision counts as kept, and sorts in memory', () => {
    const { file } = temporaryCache();
    const database = databaseOf(file);
    const pragma = (name: string): unknown => database.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('temp_store')).toBe(2);
    expect(pragma('cipher')).toBe('sqlcipher');
  });
});
