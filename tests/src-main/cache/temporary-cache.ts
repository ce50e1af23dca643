import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { openDatabase } from '../../../src-main/cache/open-database.ts';
import type { Sqlite } from '../../../src-main/cache/sqlite.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { organizationId } from './records.ts';

export const testKey = '0123456789abcdef'.repeat(4);

/** A folder of its own for the running test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-cache-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const cacheFileIn = (folder: string): string => path.join(folder, 'data', 'cache.db');

export function opened(file: string, key: string = testKey): Cache {
  const result = openCache({ file, key });
  if (!result.ok) throw new Error(`The cache did not open: ${result.error.code}`);
  return result.value;
}

/** An empty cache that is closed when the test ends. */
export function temporaryCache(): { cache: Cache; file: string } {
  const file = cacheFileIn(temporaryFolder());
  const cache = opened(file);
  onTestFinished(() => {
    cache.close();
  });
  return { cache, file };
}

export function migratedDatabase(file: string): { database: Sqlite; close: () => void } {
  const result = openDatabase({ file, key: testKey });
  if (!result.ok) throw new Error(`The database did not open: ${result.error.code}`);
  const database = result.value;
  return {
    database,
    close: () => {
      database.close();
    },
  };
}

/** A second look at an open cache's file, below its interface. */
export function databaseOf(file: string): Sqlite {
  const { database, close } = migratedDatabase(file);
  onTestFinished(close);
  return database;
}

/** A first load in one page, after which the feed stands at `position`. */
export function load(
  cache: Cache,
  recordsOfLoad: readonly FeedRecord[],
  position = 0,
  of: string = organizationId,
): void {
  const total = recordsOfLoad.length;
  cache.feed.applySnapshotPage(of, { records: recordsOfLoad, next: null, position, total, loaded: total });
}
