import { readInvitation } from '../../../src-portal/features/invitations/read-invitation.ts';
import { everySubject, type Stage } from './stage.ts';
import { wholePage, type Choice, type SubjectType } from './subjects.ts';

const choices: Choice[] = [
  {
    name: 'Resend',
    by: { intent: ({ id }) => ({ kind: 'resend-invitation', subjectId: id, payload: {} }) },
  },
  {
    name: 'Cancel',
    by: { intent: ({ id }) => ({ kind: 'cancel-invitation', subjectId: id, payload: {} }) },
  },
  { name: 'The invited person accepts', by: { invited: true } },
];

/** An invitation that an administrator has sent and whose email has arrived. */
export function invitations(stage: Stage): SubjectType {
  const { portal, people, first } = stage;
  const { database } = portal.context;
  return {
    title: 'An invitation that was sent',
    choices,
    async add() {
      const member = await people.addMember({ organizationId: await people.addOrganization() });
      await stage.rename(member.accountId, everySubject);
      const id = portal.chance.newId();
      const { first_name: firstName, last_name: lastName } = everySubject;
      first.decide({
        kind: 'invite-user',
        subjectId: id,
        payload: { email: member.email, firstName, lastName, role: 'user', permissions: ['eligibility'] },
      });
      await first.push();
      await stage.settle();
      return {
        id,
        link: () => {
          const { text } = portal.emails.findLast(({ to }) => to === member.email) ?? { text: '' };
          return /https:\S+accept-invitation\S+/u.exec(text)?.[0] ?? '';
        },
        state: async () => (await readInvitation(database, id)).status,
        async versions(cache) {
          const page = cache.people.invitationsPage({
            ...wholePage(people.organizationId, member.email),
            statuses: [],
          });
          const row = page.rows.find((invitation) => invitation.id === id);
          return { service: (await readInvitation(database, id)).version, desk: row?.version ?? null };
        },
      };
    },
  };
}
