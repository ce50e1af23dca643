import { describe, expect, it } from 'vitest';
import { migrate, migrations, type Migration } from '../../../src-main/cache/migrate.ts';
import { usersPage } from './page-inputs.ts';
import { command, intents, organizationId, records, user } from './records.ts';
import { cacheFileIn, databaseOf, load, opened, temporaryCache, temporaryFolder } from './temporary-cache.ts';

const next: Migration = { number: migrations.length + 1, statements: ['create table note (text text) strict'] };

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, place) => place + 1));
  });

  it('leave every row where it is', () => {
    const file = cacheFileIn(temporaryFolder());
    const before = opened(file);
    load(
      before,
      [1, 2, 3].map((n) => records.user(user(n))),
      4,
    );
    before.outbox.enqueue('account', organizationId, [command(1, intents.revoke(1))]);
    const [page, list] = [usersPage(before, { search: 'last' }), before.outbox.list(organizationId)];
    before.close();
    const database = databaseOf(file);
    migrate(database, [...migrations, next]);
    expect(database.pragma('user_version', { simple: true })).toBe(next.number);
    database.pragma(`user_version = ${migrations.length}`);
    database.close();
    const after = opened(file);
    expect(usersPage(after, { search: 'last' })).toEqual(page);
    expect(after.outbox.list(organizationId)).toEqual(list);
    after.close();
  });

  it('happen once, and wholly or not at all', () => {
    const database = databaseOf(temporaryCache().file);
    migrate(database);
    const broken: Migration = { ...next, statements: [...next.statements, 'create nonsense'] };
    expect(() => {
      migrate(database, [...migrations, broken]);
    }).toThrow('syntax error');
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(database.prepare(`select count(*) from sqlite_schema where name = 'note'`).pluck().get()).toBe(0);
  });

  it('make strict tables only', () => {
    const database = databaseOf(temporaryCache().file);
    const loose = database
      .prepare(
        `select name from pragma_table_list where type = 'table' and strict = 0 and schema = 'main' and name not like 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });
});
