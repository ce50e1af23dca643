import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { migrate, migrations } from '../../../src-main/cache/migrate.ts';
import type { Sqlite } from '../../../src-main/cache/sqlite.ts';

type Cell = string | number | null | { readonly base64: string };
type Row = Readonly<Record<string, Cell>>;

/**
 * At least one row of every table, as the app of schema version 8 wrote them. What is there is never rewritten, because
 * such rows lie on the disks of those who update; a migration that brings a table adds its rows.
 */
export const keptRows = (): Readonly<Record<string, readonly Row[]>> =>
  JSON.parse(fs.readFileSync(fileURLToPath(new URL('kept-rows.json', import.meta.url)), 'utf8')) as Record<
    string,
    Row[]
  >;

export const newestVersion = migrations.length;
export const everyVersion = migrations.map(({ number }) => number);

/** The file as it is: nothing of it is migrated. Tests close it. */
export function openAsItIs(file: string, key: string): Sqlite {
  const database = new Database(file);
  database.pragma(`cipher = 'sqlcipher'`);
  database.pragma('legacy = 4');
  database.pragma(`key = "x'${key}'"`);
  return database;
}

/** The tables that hold data; those that an index for search keeps for itself are left out. */
export const tablesOf = (database: Sqlite): string[] =>
  database
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .pluck()
    .all() as string[];

/** Everything that tells one version's schema from another's. */
export const schemaOf = (database: Sqlite): unknown[] =>
  database.prepare('select type, name, sql from sqlite_schema order by type, name').all();

/** Writes a cache as the app of an earlier schema version left it: closed, with rows in every table of that version. */
export function writeOldFile(file: string, key: string, version: number): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const database = openAsItIs(file, key);
  database.pragma('journal_mode = wal');
  database.pragma('foreign_keys = off');
  migrate(database, migrations.slice(0, version));
  const rows = keptRows();
  database.transaction(() => {
    for (const table of tablesOf(database)) for (const row of rows[table] ?? []) insert(database, table, row);
    for (const table of ['user', 'invitation', 'access_request']) {
      database.exec(`insert into ${table}_search (${table}_search) values ('rebuild')`);
    }
  })();
  database.close();
}

/** Only the columns that the table has in this version. */
function insert(database: Sqlite, table: string, row: Row): void {
  const columns = database.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
  const known = columns.filter((column) => column in row);
  const cells = known.map((column) => cellOf(row[column] ?? null));
  database.prepare(`insert into ${table} (${known.join()}) values (${known.map(() => '?').join()})`).run(...cells);
}

const cellOf = (cell: Cell): string | number | null | Uint8Array =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell;

interface Kept {
  readonly table: string;
  readonly row: Row;
}

/**
 * Rows that an older file was given and that its database does not have any more, column by column of that version.
 * Commands that were being sent wait again as soon as the app has opened the file.
 */
export function rowsMissing(database: Sqlite, version: number): Kept[] {
  const old = new Database(':memory:');
  migrate(old, migrations.slice(0, version));
  const rows = keptRows();
  const missing = tablesOf(old).flatMap((table) => {
    const columns = old.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
    const found = new Set(
      (database.prepare(`select ${columns.join()} from ${table}`).raw().all() as unknown[][]).map((cells) =>
        spelled(cells),
      ),
    );
    return (rows[table] ?? [])
      .filter((row) => {
        const cells = columns.map((column) => cellOf(row[column] ?? null));
        const waiting = cells.map((cell) => (cell === 'sending' ? 'waiting' : cell));
        return !found.has(spelled(cells)) && !found.has(spelled(waiting));
      })
      .map((row) => ({ table, row }));
  });
  old.close();
  return missing;
}

const spelled = (cells: readonly unknown[]): string =>
  JSON.stringify(cells.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell)));

/** The schema that a version of the app leaves. */
export function schemaOfVersion(version: number): unknown[] {
  const database = new Database(':memory:');
  migrate(database, migrations.slice(0, version));
  const schema = schemaOf(database);
  database.close();
  return schema;
}
