import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Account } from '../../src-shared/domain/account.ts';
import type { Session } from '../../src-shared/portal-api/identity.ts';
import { buildApp } from '../../src-portal/app.ts';
import type { PortalContext, PortalSettings } from '../../src-portal/context.ts';
import { openHintHub } from '../../src-portal/features/changes/hint-hub.ts';
import { createHintPublisher } from '../../src-portal/features/changes/hint-publisher.ts';
import { createServiceLog } from '../../src-portal/http/service-log.ts';
import { accountOf } from '../../src-portal/identity/account-of.ts';
import { openSession } from '../../src-portal/identity/issue-session.ts';
import { hashPassword } from '../../src-portal/identity/password-hash.ts';
import { jobHandlers } from '../../src-portal/job-handlers.ts';
import { createJobQueue } from '../../src-portal/jobs/job-queue.ts';
import { createJobWorker, type JobWorker } from '../../src-portal/jobs/job-worker.ts';
import type { Delivery, Mailer, OutgoingEmail } from '../../src-portal/mail/mailer.ts';
import { createFakeChance, type FakeChance } from './fake-chance.ts';
import { openTestDatabase } from './test-database.ts';

export const goodPassword = 'quiet maple harbor';

export interface PortalFixture {
  readonly app: FastifyInstance;
  readonly context: PortalContext;
  readonly chance: FakeChance;
  readonly worker: JobWorker;
  /** What has been handed to the mail server, the oldest first; it answers as `answerMail` says. */
  readonly emails: OutgoingEmail[];
  answerMail(answer: (email: OutgoingEmail) => Delivery): void;
  /** Every line of the log. */
  readonly logLines: string[];
  /** Runs the queue and answers the newest email to the address. */
  emailTo(address: string): Promise<OutgoingEmail>;
  /** An account at the CCA portal with `goodPassword`, confirmed unless said otherwise. */
  addAccount(
    values?: Partial<{ email: string; firstName: string; lastName: string; isVerified: boolean }>,
  ): Promise<Account>;
  /** A session of the account without its sign-in. */
  session(accountId: string): Promise<Session>;
  close(): Promise<void>;
}

/** The whole service in this process, on an empty database, with a clock and a mail server that the test controls. */
export async function openPortalFixture(settings: Partial<PortalSettings> = {}): Promise<PortalFixture> {
  const opened = await openTestDatabase();
  const chance = createFakeChance();
  const context: PortalContext = {
    database: opened.database,
    chance,
    jobs: createJobQueue(chance),
    hints: createHintPublisher(),
    settings: {
      publicUrl: 'https://portal.example.com',
      serviceKey: Buffer.alloc(32, 7),
      mailFrom: 'Provider portals <portal@example.com>',
      mailboxUrl: null,
      database: opened.kind,
      version: '0.0.0',
      passwordHash: { memoryKib: 8, passes: 1 },
      ...settings,
    },
  };
  const logLines: string[] = [];
  const log = createServiceLog({ write: (line) => logLines.push(line) }, 'debug');
  const hub = await openHintHub(opened);
  const emails: OutgoingEmail[] = [];
  let answer: (email: OutgoingEmail) => Delivery = () => ({ status: 'accepted' });
  const mailer: Mailer = {
    send(email) {
      const delivery = answer(email);
      if (delivery.status === 'accepted') emails.push(email);
      return Promise.resolve(delivery);
    },
    close: () => undefined,
  };
  const worker = createJobWorker(context, jobHandlers(context, mailer), log);
  const app = buildApp(context, { log, hub, checkAnswers: true, wakeJobs: () => worker.wake() });
  await app.ready();
  let accounts = 0;

  const rowOf = (accountId: string) =>
    context.database.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();

  return {
    app,
    context,
    chance,
    worker,
    emails,
    logLines,
    answerMail(next) {
      answer = next;
    },
    async emailTo(address) {
      await worker.runDueJobs();
      const email = emails.findLast(({ to }) => to === address);
      expect(email, `an email to ${address}`).toBeDefined();
      return email as OutgoingEmail;
    },
    async addAccount({ email, firstName = 'Anna', lastName = 'Berg', isVerified = true } = {}) {
      accounts += 1;
      const now = chance.now();
      const row = await context.database
        .insertInto('account')
        .values({
          id: chance.newId(),
          portal_id: 'cca',
          email: email ?? `person-${accounts}@example.com`,
          first_name: firstName,
          last_name: lastName,
          phone: null,
          password_hash: await hashPassword(context, goodPassword),
          email_verified_at: isVerified ? now : null,
          authenticator_secret: null,
          authenticator_since: null,
          authenticator_last_step: null,
          created_at: now,
          last_sign_in_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return accountOf(row, chance);
    },
    async session(accountId) {
      const row = await rowOf(accountId);
      return context.database
        .transaction()
        .execute((transaction) => openSession(transaction, chance, row, 'Test device'));
    },
    async close() {
      await app.close();
      await worker.stop();
      await hub.close();
      await opened.close();
    },
  };
}
