import type { PendingCommand } from '../../../src-shared/ipc/people.ts';
import type { PeopleRepository } from '../cache.ts';
import { searchTerms } from '../fold-text.ts';
import { newInvitations } from '../outbox/new-invitations.ts';
import { overlay } from '../outbox/overlay.ts';
import type { Statements } from '../sqlite.ts';
import type { Transactions } from '../transactions.ts';
import { accessRequestTable } from './access-request-table.ts';
import {
  accessRequestFacet,
  accessRequestFacets,
  invitationFacet,
  invitationFacets,
  userFacet,
  userFacets,
} from './facets.ts';
import { invitationTable } from './invitation-table.ts';
import { joinedPage } from './joined-page.ts';
import { newestInvitationsFirst, newestRequestsFirst, userOrder } from './people-orders.ts';
import { peopleReader, type PageInput, type PeoplePage } from './people-reader.ts';
import { userTable } from './user-table.ts';

interface Listed {
  readonly key: number;
  readonly synced_at: string | null;
}

/** Reads what the portal said, with the outbox laid over it. */
export function peopleRepository(statements: Statements, transactions: Transactions): PeopleRepository {
  const users = peopleReader(statements, userTable);
  const invitations = peopleReader(statements, invitationTable);
  const requests = peopleReader(statements, accessRequestTable);
  const unknownYet = newInvitations(statements);
  const pendingOf = overlay(statements);
  const organization = statements<Listed>('select key, synced_at from organization where id = :id');

  const laidOver = <Entity extends { id: string }>(organizationId: string, page: PeoplePage<Entity>) => {
    const ids = page.entities.map(({ id }) => id);
    const pending = pendingOf(organizationId, ids);
    const rows = page.entities.map((entity): Entity & { pending: PendingCommand[] } => ({
      ...entity,
      pending: pending(entity.id),
    }));
    return {
      rows,
      next: page.next,
      total: page.total,
      asOf: organization.get({ id: organizationId })?.synced_at ?? null,
    };
  };
  const keyed = (organizationId: string) => ({
    id: organizationId,
    // an organization that nothing is known of has no rows
    key: organization.get({ id: organizationId })?.key ?? 0,
  });

  const usersPage: PeopleRepository['usersPage'] = (input) => {
    const facets = userFacets(input.roles, input.statuses);
    const found = users.page(keyed(input.organizationId), userOrder(input.sort), facets, input);
    return laidOver(input.organizationId, found);
  };
  const userCounts: PeopleRepository['userCounts'] = (organizationId) => {
    const { key } = keyed(organizationId);
    return {
      users: users.count(key, null),
      administrators: users.count(key, [userFacet('administrator', 'active')]),
      pendingRequests: requests.count(key, [accessRequestFacet('pending')]),
      openInvitations: invitations.count(key, [invitationFacet('sending'), invitationFacet('sent')]),
    };
  };
  const invitationsPage: PeopleRepository['invitationsPage'] = (input) => {
    const { organizationId, statuses } = input;
    const facets = invitationFacets(statuses);
    const known = (page: PageInput) => invitations.page(keyed(organizationId), newestInvitationsFirst, facets, page);
    const wantsNew = statuses.length === 0 || statuses.includes('sending');
    const fresh = wantsNew ? unknownYet(organizationId, searchTerms(input.search)) : [];
    return laidOver(organizationId, joinedPage(fresh, known, input));
  };
  const accessRequestsPage: PeopleRepository['accessRequestsPage'] = (input) => {
    const facets = accessRequestFacets(input.statuses);
    const found = requests.page(keyed(input.organizationId), newestRequestsFirst, facets, input);
    return laidOver(input.organizationId, found);
  };

  return {
    usersPage: (input) => transactions.reading(() => usersPage(input)),
    userCounts: (organizationId) => transactions.reading(() => userCounts(organizationId)),
    invitationsPage: (input) => transactions.reading(() => invitationsPage(input)),
    accessRequestsPage: (input) => transactions.reading(() => accessRequestsPage(input)),
  };
}
