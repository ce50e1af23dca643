import type { Cache } from '../../../src-main/cache/cache.ts';
import type { ProcedureInput, ProcedureOutput } from '../../../src-shared/ipc/contract.ts';
import { organizationId } from './records.ts';

type UsersInput = ProcedureInput<'users.page'>;

const firstPage = { organizationId, search: '', after: null, skip: 0, limit: 50 };

export const usersInput = (change: Partial<UsersInput> = {}): UsersInput => ({
  ...firstPage,
  roles: [],
  statuses: [],
  sort: { column: 'name', direction: 'ascending' },
  ...change,
});

export const usersPage = (cache: Cache, change: Partial<UsersInput> = {}): ProcedureOutput<'users.page'> =>
  cache.people.usersPage(usersInput(change));

export const invitationsPage = (
  cache: Cache,
  change: Partial<ProcedureInput<'invitations.page'>> = {},
): ProcedureOutput<'invitations.page'> => cache.people.invitationsPage({ ...firstPage, statuses: [], ...change });

export const requestsPage = (
  cache: Cache,
  change: Partial<ProcedureInput<'accessRequests.page'>> = {},
): ProcedureOutput<'accessRequests.page'> => cache.people.accessRequestsPage({ ...firstPage, statuses: [], ...change });

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Follows the cursors to the end. Throws when there is none. */
export function allPages<Row>(pageAfter: (after: string | null) => Page<Row>): Row[] {
  const rows: Row[] = [];
  let page = pageAfter(null);
  for (let pages = 1; pages < 1000; pages += 1) {
    rows.push(...page.rows);
    if (page.next === null) return rows;
    page = pageAfter(page.next);
  }
  throw new Error('The pages have no end');
}
