import type { Intent } from '../../../src-shared/domain/command.ts';
import { readUser } from '../../../src-portal/features/users/read-user.ts';
import { everySubject, type Stage } from './stage.ts';
import { wholePage, type Choice, type Subject, type SubjectType } from './subjects.ts';

const choice = (name: string, intent: (subjectId: string) => Intent): Choice => ({
  name,
  by: { intent: ({ id }) => intent(id) },
});

const choices: Choice[] = [
  choice('Make Admin', (subjectId) => ({ kind: 'make-admin', subjectId, payload: {} })),
  choice('Edit (user, two permissions)', (subjectId) => ({
    kind: 'edit-role-and-permissions',
    subjectId,
    payload: { role: 'user', permissions: ['eligibility', 'claims-status'] },
  })),
  choice('Revoke', (subjectId) => ({ kind: 'revoke-user', subjectId, payload: { reason: null } })),
  choice('Restore', (subjectId) => ({ kind: 'restore-user', subjectId, payload: {} })),
];

const starts = [
  { title: 'An active user', options: {} },
  { title: 'An administrator', options: { role: 'administrator' } },
  { title: 'A revoked user', options: { status: 'revoked' } },
] as const;

/** Somebody in the user table, as they may stand. */
export const users = ({ portal, people, tell, rename }: Stage): SubjectType[] =>
  starts.map(({ title, options }) => ({
    title,
    choices,
    async add(): Promise<Subject> {
      const { database } = portal.context;
      const { userId, accountId, email } = await people.addMember(options);
      await rename(accountId, everySubject);
      await tell({ kind: 'user', entity: await readUser(database, userId) });
      return {
        id: userId,
        async state() {
          const { status, role, permissions } = await readUser(database, userId);
          const access =
            role === 'user' ? `user with ${permissions.length} permission${permissions.length === 1 ? '' : 's'}` : role;
          return `${status} ${access}`;
        },
        async versions(cache) {
          const sort = { column: 'email', direction: 'ascending' } as const;
          const page = cache.people.usersPage({
            ...wholePage(people.organizationId, email),
            roles: [],
            statuses: [],
            sort,
          });
          const row = page.rows.find(({ id }) => id === userId);
          return { service: (await readUser(database, userId)).version, desk: row?.version ?? null };
        },
      };
    },
  }));
