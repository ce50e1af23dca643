import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import type { OpenDatabase } from '../../../src-portal/database/open.ts';
import { runOperator } from '../../../src-portal/operator/run-operator.ts';
import {
  distributedPasswordCounter,
  factorCounters,
  passwordCounter,
} from '../../../src-portal/identity/sign-in-limits.ts';
import { takeAttempt } from '../../../src-portal/identity/take-attempt.ts';
import { danaWhitfield, reneeOkonkwo } from '../../../src-portal/seeds/demo-accounts.ts';
import { harborviewFamilyMedicine, lakesideWomensHealth } from '../../../src-portal/seeds/demo-directory.ts';
import { newcomersOf, registrationAnswers } from '../features/newcomers.ts';
import { seededService, type SeededService } from '../seeded-service.ts';
import { openTestDatabase } from '../test-database.ts';

let opened: OpenDatabase;
let service: SeededService;

beforeAll(async () => {
  opened = await openTestDatabase();
});
beforeEach(async () => {
  service = await seededService({ kind: 'demo' }, opened);
});
afterAll(() => opened.close());

const noor = 'noor.haddad@example.com';

async function run(...line: string[]) {
  const out: string[] = [];
  const files = new Map<string, Uint8Array>();
  const complaints: string[] = [];
  let closed = 0;
  const code = await runOperator(line, {
    open: () =>
      Promise.resolve({
        ok: true,
        value: {
          context: service.context,
          close: () => {
            closed += 1;
            return Promise.resolve();
          },
        },
      }),
    writeFile: (path, content) => files.set(path, content),
    out: (text) => out.push(text),
    complain: (text) => complaints.push(text),
  });
  return { code, out: out.join('\n'), complaints: complaints.join('\n'), closed, files };
}

const json = async (...line: string[]): Promise<Record<string, unknown>> => {
  const { code, out } = await run(...line, '--json');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

const lastAudit = () =>
  service.context.database.selectFrom('audit').selectAll().orderBy('id', 'desc').executeTakeFirst();

describe('the command line', () => {
  it('shows its help and every command in it', async () => {
    for (const line of [[], ['--help'], ['audit', '-h']]) {
      const { code, out, closed } = await run(...line);
      expect(code).toBe(0);
      expect(closed).toBe(0);
      for (const name of ['list-waiting', 'verify-account', 'resend-email', 'unlock', 'audit'])
        expect(out).toContain(name);
    }
  });

  it.each([
    [['frobnicate'], 'There is no command frobnicate'],
    [['unlock'], 'unlock wants EMAIL'],
    [['list-waiting', 'x'], 'list-waiting stands alone'],
    [['audit', 'a', 'b'], 'One thing at a time'],
    [['list-waiting', '--frob'], '--frob'],
  ])('tells what is wrong with %j and exits with 2', async (line, complaint) => {
    const { code, complaints, closed } = await run(...line);
    expect(code).toBe(2);
    expect(complaints).toContain(complaint);
    expect(closed).toBe(0);
  });

  it.each([
    [['unlock', 'nobody@example.com'], 'The service has no account with the address nobody@example.com'],
    [
      ['unlock', 'nobody@example.com', '--portal', 'cca'],
      'CCA Provider Portal has no account with the address nobody@example.com',
    ],
    [['verify-account', 'nobody'], 'nobody is not an email address'],
    [['audit', 'G000000'], 'The service has no provider G000000'],
    [['audit', 'G204417', '--portal', 'aim'], 'AIM ProviderPortal has no provider G204417'],
    [
      ['list-waiting', '--portal', 'elsewhere'],
      'There is no portal elsewhere; there are carelon-mbm, aim, cca, provider-central, carelon-post-acute',
    ],
    [
      ['unlock', reneeOkonkwo.email],
      `${reneeOkonkwo.email} has an account at 2 portals: CCA Provider Portal (--portal cca), Provider Central (--portal provider-central). Say which one is meant`,
    ],
  ])('says why %j cannot be done and exits with 1', async (line, complaint) => {
    const { code, complaints, out } = await run(...line);
    expect([code, complaints, out]).toEqual([1, complaint, '']);
  });

  it('closes the database, also after a refusal', async () => {
    expect((await run('unlock', 'nobody@example.com')).closed).toBe(1);
    expect((await run('list-waiting')).closed).toBe(1);
  });

  it('says why the database cannot be had', async () => {
    const complaints: string[] = [];
    const code = await runOperator(['list-waiting'], {
      open: () => Promise.resolve({ ok: false, error: 'Process 12 has this folder open' }),
      writeFile: () => expect.unreachable(),
      out: () => expect.unreachable(),
      complain: (text) => complaints.push(text),
    });
    expect([code, complaints]).toEqual([1, ['Process 12 has this folder open']]);
  });
});

describe('list-waiting', () => {
  it('shows unconfirmed addresses, undecided requests and failed work', async () => {
    await newcomersOf(service).register(registrationAnswers(lakesideWomensHealth));
    const { database, chance } = service.context;
    await database
      .insertInto('job')
      .values({
        id: chance.newId(),
        kind: 'send-email',
        payload: '{}',
        status: 'failed',
        attempts: 12,
        run_at: chance.now(),
        created_at: chance.now(),
        last_error: 'mail server unreachable',
      })
      .execute();
    const waiting = await json('list-waiting');
    expect(waiting['unconfirmedAccounts']).toEqual([
      {
        email: noor,
        name: 'Noor Haddad',
        provider: 'G731905 Lakeside Women’s Health',
        registeredAt: '2026-03-02T15:00:00.000Z',
        portal: 'cca',
      },
    ]);
    expect(waiting['accessRequests']).toHaveLength(12);
    expect(waiting['accessRequests']).toContainEqual(
      expect.objectContaining({
        email: danaWhitfield.email,
        provider: 'G857236 Pioneer Valley Behavioral Health',
        administratorSeenAt: expect.any(String) as string,
      }),
    );
    expect(waiting['failedJobs']).toEqual([
      expect.objectContaining({ kind: 'send-email', attempts: 12, lastError: 'mail server unreachable' }),
    ]);
    expect(waiting['message']).toBe('Waiting: 16');
    expect((await run('list-waiting')).out).toMatch(
      /^Email addresses that nobody has confirmed \(1\)\nEmail +Name +Provider/mu,
    );
  });
});

describe('verify-account', () => {
  it('takes the address as confirmed, completes the registration, and says who did it', async () => {
    await newcomersOf(service).register(registrationAnswers(harborviewFamilyMedicine));
    const done = await json('verify-account', 'Noor.Haddad@example.com');
    expect(done).toEqual({
      message: `${noor} is confirmed`,
      linkedAccounts: [
        { providerId: 'G204417', name: 'Harborview Family Medicine', role: 'administrator', status: 'active' },
      ],
    });
    expect(await lastAudit()).toMatchObject({
      action: 'verify-account',
      actor: `${cca.name} support`,
      account_id: null,
    });
    expect(await newcomersOf(service).linked(noor)).toMatchObject([{ status: 'active' }]);
  });

  it('verifies the Tax IDs that came with a plan later (A8, A11), which list-waiting shows until then', async () => {
    const { database } = service.context;
    const dana = await database
      .selectFrom('account')
      .select('id')
      .where('portal_id', '=', 'carelon-mbm')
      .where('email', '=', danaWhitfield.email)
      .executeTakeFirstOrThrow();
    await database.insertInto('account_tax_id').values({ account_id: dana.id, tax_id: '462907314' }).execute();
    const waiting = async () => (await json('list-waiting'))['unverifiedTaxIds'];
    expect(await waiting()).toMatchObject([{ email: danaWhitfield.email, taxId: '462907314', portal: 'carelon-mbm' }]);
    expect(await json('verify-account', danaWhitfield.email, '--portal', 'carelon-mbm')).toEqual({
      message: `The Tax IDs of ${danaWhitfield.email} are verified`,
    });
    expect(await lastAudit()).toMatchObject({ after: { taxIdsLastFour: ['7314'] } });
    expect(await waiting()).toEqual([]);
  });

  it('does nothing to one that was confirmed before', async () => {
    expect(await json('verify-account', danaWhitfield.email, '--portal', 'cca')).toEqual({
      message: `${danaWhitfield.email} was confirmed before`,
    });
    expect(await lastAudit()).toBeUndefined();
  });
});

describe('resend-email', () => {
  it('sends the link once more while the address is not confirmed', async () => {
    await newcomersOf(service).register(registrationAnswers(harborviewFamilyMedicine));
    expect((await run('resend-email', noor)).code).toBe(0);
    const [first, second] = await service.emails();
    expect(second).toMatchObject({ to: noor, letter: { subject: first?.letter.subject } });
    expect(second?.letter.action?.url).not.toBe(first?.letter.action?.url);
    expect(await lastAudit()).toMatchObject({ action: 'resend-verification' });
  });

  it('sends no link that leads nowhere', async () => {
    await newcomersOf(service).register(registrationAnswers(harborviewFamilyMedicine));
    const settings = { ...service.context.settings, publicUrl: '' };
    service = { ...service, context: { ...service.context, settings } };
    expect(await run('resend-email', noor)).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('PUBLIC_URL') as string,
    });
    expect(await service.emails()).toHaveLength(1);
  });

  it('tries the last delivery that failed at once', async () => {
    const { database, chance } = service.context;
    await newcomersOf(service).register(registrationAnswers(harborviewFamilyMedicine, { email: danaWhitfield.email }));
    expect(await run('resend-email', danaWhitfield.email, '--portal', 'cca')).toMatchObject({ code: 1 });
    const later = new Date(chance.now().getTime() + 3_600_000);
    await database.updateTable('job').set({ last_error: 'greylisted', run_at: later }).execute();
    expect(await run('resend-email', danaWhitfield.email, '--portal', 'cca')).toMatchObject({ code: 0 });
    const job = await database.selectFrom('job').select('run_at').executeTakeFirstOrThrow();
    expect(job.run_at).toEqual(chance.now());
  });
});

describe('unlock', () => {
  it('forgets what is counted against the account, and nobody else’s', async () => {
    const { database, chance } = service.context;
    const account = await database
      .selectFrom('account')
      .select('id')
      .where('portal_id', '=', 'cca')
      .where('email', '=', danaWhitfield.email)
      .executeTakeFirstOrThrow();
    const mine = [
      distributedPasswordCounter(service.context, 'cca', danaWhitfield.email),
      passwordCounter(service.context, 'cca', danaWhitfield.email, '192.0.2.1'),
      passwordCounter(service.context, 'cca', danaWhitfield.email, '2001:db8::7'),
      ...factorCounters(account.id),
    ];
    const others = [
      distributedPasswordCounter(service.context, 'cca', 'other@example.com'),
      passwordCounter(service.context, 'cca', 'other@example.com', '192.0.2.1'),
    ];
    for (const { key, limit } of [...mine, ...others]) await takeAttempt(database, { chance }, key, limit);
    expect((await run('unlock', danaWhitfield.email, '--portal', 'cca')).out).toContain(
      `What was counted against ${danaWhitfield.email} is forgotten`,
    );
    const kept = await database.selectFrom('rate_limit').select('key').execute();
    expect(kept.map(({ key }) => key).toSorted()).toEqual(others.map(({ key }) => key).toSorted());
    expect(await lastAudit()).toMatchObject({ action: 'unlock-account', subject_id: account.id });
    expect((await run('unlock', danaWhitfield.email, '--portal', 'cca')).out).toContain(
      `Nothing is counted against ${danaWhitfield.email}`,
    );
  });
});

describe('audit', () => {
  it('shows who changed whose access, the oldest first', async () => {
    const newcomers = newcomersOf(service);
    await newcomers.register(registrationAnswers(harborviewFamilyMedicine));
    await newcomers.confirm(noor);
    await newcomers.register(
      registrationAnswers(harborviewFamilyMedicine, { email: 'bich@example.com', firstName: 'Bich' }),
    );
    service.chance.advance(1_000);
    await newcomers.confirm('bich@example.com');
    const { entries, message } = await json('audit', 'g204417');
    expect(message).toBe('Harborview Family Medicine, G204417');
    expect(entries).toEqual([
      {
        at: '2026-03-02T15:00:00.000Z',
        actor: `Noor Haddad <${noor}>`,
        action: 'become-first-administrator',
        subject: noor,
        change: 'nothing > active administrator',
      },
      {
        at: '2026-03-02T15:00:01.000Z',
        actor: 'Bich Haddad <bich@example.com>',
        action: 'request-access',
        subject: 'bich@example.com',
        change: 'nothing > pending',
      },
    ]);
  });
});
