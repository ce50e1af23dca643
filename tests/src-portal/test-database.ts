import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../../src-portal/context.ts';
import { migrate } from '../../src-portal/database/migrate.ts';
import { embeddedPostgres, openDatabase, type OpenDatabase } from '../../src-portal/database/open.ts';

const root = path.join(import.meta.dirname, '../..');

/**
 * A migrated, empty database: in memory, or with `TEST_DATABASE_URL` one of this worker's own on that PostgreSQL
 * server, so that files may run at the same time. The worker shares it between its files.
 */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const url = process.env['TEST_DATABASE_URL'];
  const opened = await (url === undefined ? openEmbedded() : openOnServer(url));
  await emptyTables(opened.database);
  return opened;
}

// compiling and loading takes seconds on a small machine, so files that share a process share it
let embedded: Promise<OpenDatabase> | null = null;

async function openEmbedded(): Promise<OpenDatabase> {
  embedded ??= migratedTemplate().then((template) =>
    openDatabase({ kind: 'embedded', pglite: embeddedPostgres(undefined, template) }),
  );
  // it ends with the process
  return { ...(await embedded), close: () => Promise.resolve() };
}

/** Making a database takes seconds, loading a copy of one that is empty and migrated tenths of one. */
export async function migratedTemplate(): Promise<Blob> {
  const file = path.join(root, '.cache', 'pglite', `${await templateName()}.tar`);
  if (!existsSync(file)) {
    const pglite = embeddedPostgres();
    await migrate(openDatabase({ kind: 'embedded', pglite }).database);
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    await mkdir(path.dirname(file), { recursive: true });
    // several workers may get here at once; each renames a whole file
    const ours = `${file}.${process.pid}`;
    await writeFile(ours, Buffer.from(await dump.arrayBuffer()));
    await rename(ours, file);
  }
  return new Blob([await readFile(file)]);
}

/** Another one for each version of the engine and of the migrations. */
async function templateName(): Promise<string> {
  const migrations = path.join(root, 'src-portal/database/migrations');
  const hash = createHash('sha256').update(
    await readFile(path.join(root, 'node_modules/@electric-sql/pglite/package.json')),
  );
  for (const name of (await readdir(migrations)).toSorted()) hash.update(await readFile(path.join(migrations, name)));
  return hash.digest('hex').slice(0, 16);
}

async function openOnServer(serverUrl: string): Promise<OpenDatabase> {
  const name = `portal_test_${process.env['VITEST_POOL_ID'] ?? '0'}`;
  const server = new pg.Client(serverUrl);
  await server.connect();
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await server.query(`create database ${name}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const opened = openDatabase({ kind: 'postgresql', url: url.href, onError: () => undefined });
  await migrate(opened.database);
  return opened;
}

/** Takes every row out of every table. */
export async function emptyTables(database: Database): Promise<void> {
  const tables = await database.introspection.getTables();
  const ours = tables.filter((table) => !table.isView && !table.name.startsWith('kysely_'));
  await sql`truncate ${sql.join(ours.map((table) => sql.table(table.name)))} cascade`.execute(database);
}
