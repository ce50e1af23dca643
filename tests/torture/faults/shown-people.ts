import type { Cache } from '../../../src-main/cache/cache.ts';

const pageSize = 200;

/** Every row of a list, page by page as a screen asks for them. */
function allPages<Row>(page: (after: string | null) => { rows: Row[]; next: string | null }): Row[] {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const shown = page(after);
    rows.push(...shown.rows);
    if (shown.next === null) return rows;
    after = shown.next;
  }
}

const asked = (organizationId: string, after: string | null) => ({
  organizationId,
  search: '',
  after,
  skip: 0,
  limit: pageSize,
  statuses: [],
});

export const shownUsers = ({ people }: Cache, organizationId: string) =>
  allPages((after) =>
    people.usersPage({
      ...asked(organizationId, after),
      roles: [],
      sort: { column: 'email', direction: 'ascending' },
    }),
  );

export const shownInvitations = ({ people }: Cache, organizationId: string) =>
  allPages((after) => people.invitationsPage(asked(organizationId, after)));

export const shownRequests = ({ people }: Cache, organizationId: string) =>
  allPages((after) => people.accessRequestsPage(asked(organizationId, after)));
