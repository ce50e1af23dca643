import { readAccessRequest } from '../../../src-portal/features/access-requests/read-access-request.ts';
import { readUser } from '../../../src-portal/features/users/read-user.ts';
import { everySubject, type Stage } from './stage.ts';
import { wholePage, type Choice, type Subject, type SubjectType } from './subjects.ts';

const choices: Choice[] = [
  {
    name: 'Approve',
    by: {
      intent: ({ id }) => ({
        kind: 'approve-access-request',
        subjectId: id,
        payload: { role: 'user', permissions: ['eligibility'] },
      }),
    },
  },
  {
    name: 'Approve as administrator',
    by: {
      intent: ({ id }) => ({
        kind: 'approve-access-request',
        subjectId: id,
        payload: { role: 'administrator', permissions: [] },
      }),
    },
  },
  {
    name: 'Deny',
    by: {
      intent: ({ id }) => ({
        kind: 'deny-access-request',
        subjectId: id,
        payload: { reason: 'We do not know you.' },
      }),
    },
  },
];

/** Somebody who has asked for access. */
export function accessRequests({ portal, people, tell, rename }: Stage): SubjectType {
  const { database } = portal.context;
  return {
    title: 'An access request that waits',
    choices,
    async add(): Promise<Subject> {
      const { requestId, accountId, userId, email } = await people.addRequester();
      await rename(accountId, everySubject);
      const request = await readAccessRequest(database, requestId);
      await tell(
        { kind: 'access-request', entity: request },
        { kind: 'user', entity: await readUser(database, userId) },
      );
      return {
        id: requestId,
        async state() {
          const { status } = await readAccessRequest(database, requestId);
          return status === 'approved' ? `approved, ${(await readUser(database, userId)).role}` : status;
        },
        async versions(cache) {
          const page = cache.people.accessRequestsPage({ ...wholePage(people.organizationId, email), statuses: [] });
          const row = page.rows.find(({ id }) => id === requestId);
          return { service: (await readAccessRequest(database, requestId)).version, desk: row?.version ?? null };
        },
      };
    },
  };
}
