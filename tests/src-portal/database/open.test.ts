import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedPostgres, type OpenDatabase } from '../../../src-portal/database/open.ts';
import { migratedTemplate, openTestDatabase } from '../test-database.ts';

describe('an open database', () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(() => opened.close());

  test('reads 8-byte integers as numbers, moments as dates, JSON and lists as such', async () => {
    const { rows } = await sql`
      select 9007199254740991::int8 as count, '2026-03-02T15:00:00.123Z'::timestamptz as at, '{"a":[1]}'::jsonb as body,
        array['x', 'y, z']::text[] as list`.execute(opened.database);
    expect(rows).toEqual([
      { count: 9_007_199_254_740_991, at: new Date('2026-03-02T15:00:00.123Z'), body: { a: [1] }, list: ['x', 'y, z'] },
    ]);
  });

  const notify = (payload: string) => sql`select pg_notify('test_channel', ${payload}::text)`;
  const until = async (heard: string[], count: number): Promise<void> => {
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(count);
  };

  test('hears what a transaction says once it has committed, and nothing of one that was rolled back', async () => {
    const heard: string[] = [];
    const unlisten = await opened.listen('test_channel', (payload) => heard.push(payload));
    await opened.database.transaction().execute(async (transaction) => {
      await notify('kept').execute(transaction);
      expect(heard).toEqual([]);
    });
    await until(heard, 1);
    const failing = opened.database.transaction().execute(async (transaction) => {
      await notify('lost').execute(transaction);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await notify('after').execute(opened.database);
    await until(heard, 2);
    expect(heard).toEqual(['kept', 'after']);
    await unlisten();
  });

  test('hears only the channel that was asked for, until it is told to stop', async () => {
    const [heard, other]: [string[], string[]] = [[], []];
    const unlisten = await opened.listen('test_channel', (payload) => heard.push(payload));
    const unlistenOther = await opened.listen('other_channel', (payload) => other.push(payload));
    await notify('one').execute(opened.database);
    await until(heard, 1);
    await unlisten();
    await notify('two').execute(opened.database);
    await sql`select pg_notify('other_channel', 'three')`.execute(opened.database);
    await until(other, 1);
    expect([heard, other]).toEqual([['one'], ['three']]);
    await unlistenOther();
  });

  test.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
    'listens again after its connection broke, and tells of the gap',
    async () => {
      const heard: string[] = [];
      let gaps = 0;
      const unlisten = await opened.listen(
        'test_channel',
        (payload) => heard.push(payload),
        () => (gaps += 1),
      );
      await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where query like 'listen%' and datname = current_database()`.execute(opened.database);
      await expect.poll(() => gaps, { timeout: 15_000 }).toBe(1);
      await notify('again').execute(opened.database);
      await until(heard, 1);
      await unlisten();
    },
  );

  test.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
    'fails what it was doing when a connection breaks, between two statements too, and goes on with another',
    async () => {
      const broken = opened.database.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
        await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(opened.database);
        // nothing is asked of the connection at the moment at which it is lost
        const isGone = () =>
          sql`select from pg_stat_activity where pid = ${rows[0]?.pid}::int`
            .execute(opened.database)
            .then((activity) => activity.rows.length === 0);
        await expect.poll(isGone, { timeout: 10_000 }).toBe(true);
        await sql`select 1`.execute(transaction);
      });
      await expect(broken).rejects.toThrow();
      expect((await sql`select 1 as one`.execute(opened.database)).rows).toEqual([{ one: 1 }]);
    },
  );
});

test('an embedded database begins as a copy of its template, and goes on with what it has', async () => {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'portal-database-')), 'database');
  const template = await migratedTemplate();
  const first = embeddedPostgres(folder, template);
  await first.exec('create table kept as select count(*)::int as accounts from account');
  await first.close();
  const second = embeddedPostgres(folder, template);
  const { rows } = await second.query('select accounts from kept');
  expect(rows).toEqual([{ accounts: 0 }]);
  await second.close();
  rmSync(path.dirname(folder), { recursive: true });
});
