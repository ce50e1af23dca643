import type { Sqlite } from '../../../src-main/cache/sqlite.ts';
import type { Session } from '../../../src-shared/portal-api/identity.ts';

interface Page {
  readonly records: readonly { readonly kind: string; readonly entity: Readonly<Record<string, unknown>> }[];
  readonly next: string | null;
}

const columns = [
  'id',
  'organizationId',
  'version',
  'email',
  'firstName',
  'lastName',
  'role',
  'permissions',
  'status',
  'createdAt',
  'lastSignInAt',
  'changedBy',
  'changedAt',
] as const;

/** As many as the desktop asks for. */
const recordsPerPage = 500;

/**
 * The least that brings the same users onto the same disk: the service's pages, fetched one after the other, parsed as JSON and
 * inserted as they are into one plain table without an index, a transaction for each page. Answers how many there were.
 */
export async function loadRaw(
  database: Sqlite,
  url: string,
  session: Session,
  organizationId: string,
): Promise<number> {
  database.exec(`create table raw (${columns.join(', ')}, primary key (id))`);
  database.pragma('synchronous = normal');
  const insert = database.prepare(`insert into raw values (${columns.map(() => '?').join(', ')})`);
  const insertPage = database.transaction((page: Page) => {
    for (const { kind, entity } of page.records) {
      if (kind !== 'user') continue;
      insert.run(
        columns.map((column) => {
          const value = entity[column];
          return Array.isArray(value) ? value.join(' ') : value;
        }),
      );
      inserted += 1;
    }
  });
  let inserted = 0;
  let after: string | null = null;
  do {
    const address: string = `${url}/portals/cca/organizations/${organizationId}/snapshot?limit=${recordsPerPage}${after === null ? '' : `&after=${after}`}`;
    const answer = await fetch(address, { headers: { authorization: `Bearer ${session.accessToken}` } });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    const page = JSON.parse(await answer.text()) as Page;
    insertPage.immediate(page);
    after = page.next;
  } while (after !== null);
  return inserted;
}
