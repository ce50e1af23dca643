import { ok } from '../../src-shared/result.ts';
import type { Desk } from './desk.ts';
import type { PeopleHandlers } from './handlers.ts';

export const peopleHandlers = ({ people }: Desk): PeopleHandlers => ({
  'users.page': (input) => ok(people.usersPage(input)),
  'users.counts': ({ organizationId }) => ok(people.userCounts(organizationId)),
  'invitations.page': (input) => ok(people.invitationsPage(input)),
  'accessRequests.page': (input) => ok(people.accessRequestsPage(input)),
});
