import { sql, type KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cca } from '../../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { readSnapshot } from '../../../../src-portal/features/changes/read-snapshot.ts';
import { createPeople } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

const count = 5_000;

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** Version 7 UUIDs in the order of `n`. */
const idOf = (kind: string) => sql.raw(`('018f0000-${kind}-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`);

it('reads an organization of thousands in a handful of queries for each page', async () => {
  const people = await createPeople(opened);
  const administrator = await people.addAdministrator();
  await sql`insert into account (id, portal_id, email, first_name, last_name, created_at)
    select ${idOf('aaaa')}, ${cca.id}, 'many-' || n || '@example.test', 'F' || n, 'L' || n, now()
    from generate_series(1, ${sql.raw(String(count))}) n`.execute(opened.database);
  await sql`insert into membership (id, organization_id, account_id, role, permissions, status, created_at, changed_at)
    select ${idOf('bbbb')}, ${people.organizationId}::uuid, ${idOf('aaaa')}, 'user', '{eligibility}', 'active', now(), now()
    from generate_series(1, ${sql.raw(String(count))}) n`.execute(opened.database);

  let queries = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const context = { ...people.context, database: opened.database.withPlugin(counting) };
  const pages: { records: number; queries: number }[] = [];
  for (let after: string | null | undefined; after !== null;) {
    queries = 0;
    const query = after === undefined ? { limit: 2_000 } : { limit: 2_000, after };
    const page = await readSnapshot(context, administrator.caller, people.organizationId, query);
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value.total).toBe(count + 2);
    pages.push({ records: page.value.records.length, queries });
    after = page.value.next;
  }
  expect(pages).toEqual([
    // who reads, four counts, the organization, the users
    { records: 2_000, queries: 7 },
    { records: 2_000, queries: 2 },
    { records: count + 2 - 4_000, queries: 5 },
  ]);
});
