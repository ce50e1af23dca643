import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src-portal/database/migrate.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { openTestDatabase } from '../test-database.ts';

describe('migrations', () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase();
    await sql`drop schema public cascade`.execute(opened.database);
    await sql`create schema public`.execute(opened.database);
  });
  afterAll(async () => {
    // the next file of this worker finds its tables again
    await migrate(opened.database);
    await opened.close();
  });

  test('run once, however many instances start at the same moment', async () => {
    const runs = await Promise.all([migrate(opened.database), migrate(opened.database), migrate(opened.database)]);
    const names = runs.flat();
    expect(names[0]).toBe('0001-initial');
    expect(names).toEqual([...new Set(names)].toSorted());
    expect(await migrate(opened.database)).toEqual([]);
  });

  test('refuse a database that is newer than the program', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'later')`.execute(opened.database);
    await expect(migrate(opened.database)).rejects.toThrow('could not be migrated');
    await sql`delete from kysely_migration where name = '9999-later'`.execute(opened.database);
    expect(await migrate(opened.database)).toEqual([]);
  });
});
