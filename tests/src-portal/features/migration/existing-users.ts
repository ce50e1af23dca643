import {
  hashSecurityAnswer,
  putSecurityAnswers,
  type HashedAnswer,
} from '../../../../src-portal/identity/security-answers.ts';
import type { AccountRow } from '../../../../src-portal/identity/account-of.ts';
import { goodPassword, type PortalFixture } from '../../portal-fixture.ts';

export const dayMs = 24 * 60 * 60_000;

/** The sign-in of one portal over HTTP, and accounts that are there already. */
export function signInAt(portal: PortalFixture, portalId: 'carelon-mbm' | 'aim') {
  const { database } = portal.context;
  let added = 0;
  const post = async (path: string, body?: object) => {
    const reply = await portal.app.inject({
      method: 'POST',
      url: `/portals/${portalId}${path}`,
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
  };
  const start = (username: string, password = goodPassword) =>
    post('/sign-ins', { username, password, device: 'Desk' });
  return {
    start,
    started: async (username: string) => String((await start(username)).body['signInId']),
    migrate: (signInId: string, email: string, password = 'seven quiet otters') =>
      post(`/sign-ins/${signInId}/migration`, { email, password }),
    sendCode: (signInId: string) => post(`/sign-ins/${signInId}/passcodes`),
    enter: (signInId: string, code: string, method = 'email') =>
      post(`/sign-ins/${signInId}/verification`, { method, code }),
    codeTo: async (address: string) => /^\d{6}$/mu.exec((await portal.emailTo(address)).text)?.[0] ?? '',
    lettersTo: async (address: string, subject: RegExp) => {
      await portal.worker.runDueJobs();
      return portal.emails.filter((email) => email.to === address && subject.test(email.subject));
    },
    row: (id: string): Promise<AccountRow> =>
      database.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** Signed in with the username that is answered, since before MFA; `dueInDays`: announced, with so many days left. */
    async addExisting({ dueInDays }: { dueInDays?: number } = {}) {
      added += 1;
      const { id, email } = await portal.addAccount();
      const username = `existing.${portalId}.${String(added)}`;
      const now = portal.chance.now();
      const dueAt = dueInDays === undefined ? null : new Date(now.getTime() + dueInDays * dayMs);
      await database
        .updateTable('account')
        .set({ portal_id: portalId, username, verified_at: now, last_sign_in_at: now })
        .set({ mfa_since: null, migration_due_at: dueAt, migration_announced_at: dueAt === null ? null : now })
        .where('id', '=', id)
        .execute();
      return { id, email, username };
    },
    /** Three answers, to `first-street`, `first-job` and `first-car`. */
    async giveAnswers(accountId: string, answers: readonly [string, string, string]): Promise<void> {
      const questions = ['first-street', 'first-job', 'first-car'];
      const hashed: HashedAnswer[] = [];
      for (const [index, answer] of answers.entries())
        hashed.push({
          place: index + 1,
          question: questions[index] ?? '',
          answerHash: await hashSecurityAnswer(portal.context, answer),
        });
      await database.transaction().execute((transaction) => putSecurityAnswers(transaction, accountId, hashed));
    },
  };
}
