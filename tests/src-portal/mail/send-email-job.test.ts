import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import { passcodeLetter } from '../../../src-portal/mail/letters.ts';
import { queueEmail } from '../../../src-portal/mail/queue-email.ts';
import { triesAtMost } from '../../../src-portal/jobs/retry-delay.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

describe('a queued email', () => {
  let portal: PortalFixture;
  let invitationId: string;
  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  beforeEach(async () => {
    invitationId = await addInvitation();
    portal.answerMail(() => ({ status: 'accepted' }));
  });
  afterAll(() => portal.close());

  async function addInvitation(): Promise<string> {
    const { database } = portal.context;
    const [organizationId, id, now] = [portal.chance.newId(), portal.chance.newId(), portal.chance.now()];
    await database
      .insertInto('organization')
      .values({
        id: organizationId,
        portal_id: 'cca',
        provider_type: 'group',
        name: 'Beacon Street',
        first_name: null,
        last_name: null,
        provider_id: organizationId,
        tax_id: '042345678',
        npi: null,
        city: 'Boston',
        state: 'MA',
      })
      .execute();
    await database
      .insertInto('invitation')
      .values({
        id,
        organization_id: organizationId,
        email: 'ina@example.com',
        first_name: 'Ina',
        last_name: 'Vited',
        role: 'user',
        permissions: ['eligibility'],
        status: 'sending',
        failure: null,
        failure_detail: null,
        invited_by: 'Dana',
        decided_by: null,
        created_at: now,
        expires_at: new Date(now.getTime() + 1e9),
        changed_at: now,
        changed_by: null,
      })
      .execute();
    return id;
  }

  const queue = (to = 'ina@example.com') =>
    portal.context.database.transaction().execute((transaction) =>
      queueEmail(transaction, portal.context, {
        to,
        letter: passcodeLetter({ portal: cca, firstName: 'Ina', code: '987654' }),
        followUp: { kind: 'invitation', invitationId },
      }),
    );
  const invitation = () =>
    portal.context.database
      .selectFrom('invitation')
      .selectAll()
      .where('id', '=', invitationId)
      .executeTakeFirstOrThrow();

  test('waits sealed: whoever reads the database reads neither code nor address', async () => {
    await queue();
    const rows = await portal.context.database.selectFrom('job').selectAll().where('status', '=', 'waiting').execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/987654|ina@example|Ina/u);
    await portal.worker.runDueJobs();
  });

  test('is delivered from the service’s address, and whoever waits for it is told', async () => {
    await queue();
    const email = await portal.emailTo('ina@example.com');
    expect(email).toMatchObject({
      from: 'Provider portals <portal@example.com>',
      subject: expect.stringContaining('passcode') as string,
    });
    expect(email.messageId).toMatch(/^<[0-9a-f-]{36}@portal-?.*>$|^<[0-9a-f-]{36}@example\.com>$/u);
    expect(await invitation()).toMatchObject({ status: 'sent', failure: null });
  });

  test('that is refused fails at once, with the server’s words', async () => {
    portal.answerMail(() => ({ status: 'refused', reason: 'EENVELOPE 550', words: '550 5.1.1 No such mailbox here' }));
    await queue();
    await portal.worker.runDueJobs();
    expect(await invitation()).toMatchObject({
      status: 'failed',
      failure: 'mailbox_refused',
      failure_detail: '550 5.1.1 No such mailbox here',
    });
    // the words may name the person, so the log and the job keep the code alone
    expect(portal.logLines.join('')).not.toContain('No such mailbox');
    const jobs = await portal.context.database
      .selectFrom('job')
      .select('last_error')
      .where('status', '=', 'failed')
      .execute();
    expect(jobs.at(-1)).toEqual({ last_error: 'EENVELOPE 550' });
  });

  test('is tried again while the server is away, under the same message id', async () => {
    const ids: string[] = [];
    portal.answerMail(({ messageId }) => {
      ids.push(messageId);
      return ids.length < 4
        ? { status: 'postponed', reason: 'ESOCKET', words: 'connect ECONNREFUSED' }
        : { status: 'accepted' };
    });
    await queue();
    for (let tries = 0; tries < 4; tries += 1) {
      await portal.worker.runDueJobs();
      portal.chance.advance(10 * 60_000);
    }
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    expect(await invitation()).toMatchObject({ status: 'sent' });
  });

  test('is given up in the end', async () => {
    portal.answerMail(() => ({ status: 'postponed', reason: 'ESOCKET', words: 'connect ECONNREFUSED' }));
    await queue();
    for (let tries = 1; tries <= triesAtMost; tries += 1) {
      expect(await invitation()).toMatchObject({ status: 'sending' });
      await portal.worker.runDueJobs();
      portal.chance.advance(10 * 60_000);
    }
    expect(await invitation()).toMatchObject({
      status: 'failed',
      failure: 'mail_server_unreachable',
      failure_detail: 'connect ECONNREFUSED',
    });
  });
});
