import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../src-shared/result.ts';
import { migrate } from './migrate.ts';
import type { Sqlite } from './sqlite.ts';
import { storageFailure } from './storage-failure.ts';

/** What an unencrypted database starts with. */
const plainHeader = 'SQLite format 3\u0000';
const busyTimeoutMs = 5000;
/** Small on purpose: the pages that a screen needs over and over fit, a table of 100,000 users does not. */
const cacheKib = 8 * 1024;
/** Pages of 4 KiB in the write-ahead log before they are moved into the file: few, because moving them holds up the caller. */
export const walPages = 500;
const walBytes = 8 * 1024 * 1024;

/**
 * Opens or makes the encrypted database. `key` is 32 bytes as 64 hex digits; anything else is a bug and throws, because
 * SQLite would take an empty key for "not encrypted". Fails with `cache_unreadable` (wrong key, damaged, from a newer
 * version of the app, not openable, not encrypted) or `disk_full`.
 */
export function openDatabase({ file, key }: { file: string; key: string }): Result<Sqlite> {
  if (!/^[0-9a-f]{64}$/u.test(key)) throw new Error('The key of the cache must be 64 hex digits');
  let database: Sqlite | null = null;
  try {
    reserve(file);
    database = new Database(file, { timeout: busyTimeoutMs });
    unlock(database, key);
    migrate(database);
    requireEncryption(database, file);
    return ok(database);
  } catch (error) {
    database?.close();
    return fail({ code: storageFailure(error)?.code === 'disk_full' ? 'disk_full' : 'cache_unreadable' });
  }
}

/** The folder is for this user alone and so is the file; SQLite gives its write-ahead log the file's own mode. */
function reserve(file: string): void {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.closeSync(fs.openSync(file, 'a', 0o600));
  if (process.platform === 'win32') return;
  fs.chmodSync(file, 0o600);
  const { mode, uid } = fs.statSync(folder);
  const isSharedOnPurpose = (mode & 0o1000) !== 0;
  if (uid === process.getuid?.() && !isSharedOnPurpose) fs.chmodSync(folder, 0o700);
}

function unlock(database: Sqlite, key: string): void {
  // sorting and searching must not leave readable files behind
  database.pragma('temp_store = memory');
  database.pragma(`cipher = 'sqlcipher'`);
  database.pragma('legacy = 4');
  database.pragma(`key = "x'${key}'"`);
  // the first read: fails when the key is not the one that the file was written with
  database.prepare('select count(*) from sqlite_schema').get();
  if (database.pragma('journal_mode = wal', { simple: true }) !== 'wal') throw new Error('No write-ahead log');
  database.pragma('synchronous = full');
  database.pragma('foreign_keys = on');
  database.pragma('trusted_schema = off');
  database.pragma(`cache_size = -${cacheKib}`);
  database.pragma(`wal_autocheckpoint = ${walPages}`);
  database.pragma(`journal_size_limit = ${walBytes}`);
}

/** Throws when the file does not prove to be encrypted. */
function requireEncryption(database: Sqlite, file: string): void {
  if (fs.statSync(file).size === 0) database.pragma('wal_checkpoint(truncate)');
  if (!isEncrypted(file)) throw new Error('The cache was written in the clear');
}

/** Whether the file has content, and content that does not start as a readable database does. */
export function isEncrypted(file: string): boolean {
  const start = Buffer.alloc(plainHeader.length);
  const handle = fs.openSync(file, 'r');
  try {
    return fs.readSync(handle, start) === start.length && start.toString('latin1') !== plainHeader;
  } finally {
    fs.closeSync(handle);
  }
}
