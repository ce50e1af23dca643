import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../../src-shared/domain/account.ts';
import { callPortal } from '../../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';

const minuteMs = 60_000;
const newPassword = 'copper lantern meadow';

let portal: PortalFixture;
let account: Account;

beforeAll(async () => {
  portal = await openPortalFixture();
});
beforeEach(async () => {
  account = await portal.addAccount();
});
afterAll(() => portal.close());

const request = (email = account.email, address = `192.0.2.${Number(portal.emails.length % 200) + 1}`) =>
  callPortal(portal, 'POST', '/password-resets', { body: { email }, address });
const linkIn = (text: string): URL => new URL(/https:\S+/u.exec(text)?.[0] ?? '');
const sentLink = async (): Promise<URL> => {
  expect((await request()).status).toBe(202);
  return linkIn((await portal.emailTo(account.email)).text);
};
const open = async ({ pathname, search }: URL) => {
  const reply = await portal.app.inject({ method: 'GET', url: pathname + search });
  return { status: reply.statusCode, text: reply.body, headers: reply.headers };
};
const submit = async ({ pathname, searchParams }: URL, password = newPassword, passwordAgain = password) => {
  const reply = await portal.app.inject({
    method: 'POST',
    url: pathname,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ token: searchParams.get('token') ?? '', password, passwordAgain }).toString(),
  });
  return { status: reply.statusCode, text: reply.body };
};
const signIn = (password: string, address = '203.0.113.9') =>
  callPortal(portal, 'POST', '/sign-ins', { body: { username: account.email, password, device: 'Desk' }, address });
const row = () =>
  portal.context.database.selectFrom('account').selectAll().where('id', '=', account.id).executeTakeFirstOrThrow();

describe('a Password Reset email', () => {
  test('goes to who has an account, and the answer is the same for everybody', async () => {
    const known = await request(account.email.toUpperCase());
    const unknown = await request('nobody-at-all@example.com');
    expect([known.status, known.body]).toEqual([202, {}]);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const email = await portal.emailTo(account.email);
    expect(email.subject).toBe('Reset your password for the CCA Provider Portal');
    expect(email.text).toContain('once, within 30 minutes');
    expect(portal.emails.map(({ to }) => to)).not.toContain('nobody-at-all@example.com');
  });

  test('is the same work for an unknown address: one job, whose payload names nobody', async () => {
    const jobsOf = async (email: string) => {
      await portal.worker.runDueJobs();
      await portal.context.database.deleteFrom('job').execute();
      await request(email);
      return portal.context.database.selectFrom('job').select(['kind', 'payload']).execute();
    };
    for (const email of [account.email, 'nobody-at-all@example.com']) {
      const jobs = await jobsOf(email);
      expect(jobs.map(({ kind }) => kind)).toEqual(['send-password-reset']);
      expect(JSON.stringify(jobs)).not.toContain(email);
    }
  });

  test('is sent five times an hour to one address, known or not', async () => {
    for (const email of [account.email, 'nobody-here@example.com']) {
      for (let sent = 0; sent < 5; sent += 1) expect((await request(email)).status).toBe(202);
      expect(await request(email)).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    }
  });

  test('is sent sixty times an hour for one network address', async () => {
    const asked: number[] = [];
    for (let sent = 0; sent < 61; sent += 1) {
      asked.push((await request(`person-of-office-${sent}@example.com`, '198.51.100.77')).status);
    }
    expect(asked).toEqual([...Array.from({ length: 60 }, () => 202), 429]);
  });
});

describe('Reset Your Password (E5)', () => {
  test('opening its link changes nothing, however often', async () => {
    const link = await sentLink();
    expect(link.pathname).toBe('/portals/cca/pages/reset-password');
    for (let looks = 0; looks < 3; looks += 1) {
      const page = await open(link);
      expect(page.status).toBe(200);
      expect(page.text).toContain('<h1>Reset Your Password</h1>');
      expect(page.text).toContain(account.email);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    }
    expect((await signIn(goodPassword)).status).toBe(201);
  });

  test('sets the password once, and signs nobody in', async () => {
    const link = await sentLink();
    const done = await submit(link);
    expect(done.status).toBe(200);
    expect(done.text).toContain('Your password was changed');
    expect((await row()).password_hash).toMatch(/^\$argon2id\$/u);
    expect((await signIn(goodPassword)).status).toBe(401);
    expect((await signIn(newPassword)).status).toBe(201);
    const sessions = await portal.context.database
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', account.id)
      .execute();
    expect(sessions).toEqual([]);
    const again = await submit(link, 'another good password');
    expect(again.status).toBe(410);
    expect(again.text).toContain('has been used already');
    expect((await open(link)).status).toBe(410);
    expect((await signIn(newPassword)).status).toBe(201);
  });

  test('of two that send the form at the same moment one gets it', async () => {
    const link = await sentLink();
    const answers = await Promise.all([submit(link, 'first good password'), submit(link, 'second good password')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  test.each([
    ['short', 'short', 'password', 'Use at least 8 characters.'],
    ['password1', 'password1', 'password', 'among the first that an intruder tries'],
    [newPassword, 'something else', 'passwordAgain', 'The two passwords differ.'],
    ['', '', 'password', 'Enter New password.'],
    ['x'.repeat(300), 'x'.repeat(300), 'password', 'Use at most 256 characters.'],
  ])('%j and %j: the problem stands beside its field, and the link goes on serving', async (one, other, id, text) => {
    const link = await sentLink();
    const page = await submit(link, one, other);
    expect(page.status).toBe(400);
    expect(page.text).toMatch(new RegExp(`id="${id}-problem">[^<]*${text.replaceAll('.', '\\.')}`, 'u'));
    expect(page.text).toMatch(new RegExp(`id="${id}"[^>]*aria-invalid="true"`, 'u'));
    if (one !== '') expect(page.text).not.toContain(`value="${one}"`);
    expect((await signIn(goodPassword)).status).toBe(201);
    expect((await submit(link)).status).toBe(200);
  });

  test('a password with the own address in it is refused', async () => {
    const link = await sentLink();
    const page = await submit(link, `${account.email.split('@')[0] ?? ''} and more`);
    expect(page.status).toBe(400);
    expect(page.text).toContain('contains your email address');
  });

  test('serves for 30 minutes', async () => {
    const link = await sentLink();
    portal.chance.advance(30 * minuteMs - 1000);
    expect((await open(link)).status).toBe(200);
    portal.chance.advance(1000);
    for (const page of [await open(link), await submit(link)]) {
      expect(page.status).toBe(410);
      expect(page.text).toContain('This link has expired');
    }
    expect((await signIn(goodPassword)).status).toBe(201);
  });

  test('an earlier link ends with the later one that is used', async () => {
    const [earlier, later] = [await sentLink(), await sentLink()];
    expect((await submit(later)).status).toBe(200);
    expect((await submit(earlier)).status).toBe(404);
    expect((await signIn(newPassword)).status).toBe(201);
  });

  test.each(['', '?token=', '?token=nothing', `?token=${'x'.repeat(500)}`, '?token=%3Cscript%3E'])(
    'says kindly that it does not know %j',
    async (search) => {
      const page = await open(new URL(`https://portal.example.com/portals/cca/pages/reset-password${search}`));
      expect(page.status).toBe(404);
      expect(page.text).toContain('This link does not work');
      expect(page.text).not.toContain('<script>');
    },
  );

  test('the link of another email does not open it, and it belongs to a hosted portal', async () => {
    const unconfirmed = await portal.addAccount({ isVerified: false });
    await callPortal(portal, 'POST', '/email-verifications', { body: { email: unconfirmed.email } });
    const { search } = linkIn((await portal.emailTo(unconfirmed.email)).text);
    const at = (portalId: string, query: string) =>
      open(new URL(`https://portal.example.com/portals/${portalId}/pages/reset-password${query}`));
    expect((await at('cca', search)).status).toBe(404);
    expect((await at('elsewhere', (await sentLink()).search)).status).toBe(404);
  });

  test('does not confirm an address that nobody has confirmed', async () => {
    account = await portal.addAccount({ isVerified: false });
    expect((await submit(await sentLink())).status).toBe(200);
    expect(await signIn(newPassword)).toMatchObject({ status: 403, body: { error: { code: 'email_unverified' } } });
  });
});

describe('a new password', () => {
  test('ends every session at once, and every sign-in that the old one began', async () => {
    const [one, other] = [await portal.session(account.id), await portal.session(account.id)];
    const begun = await signIn(goodPassword);
    const signInId = String(begun.body['signInId']);
    const link = await sentLink();
    expect((await submit(link)).status).toBe(200);
    for (const { accessToken, refreshToken } of [one, other]) {
      const ended = { status: 401, body: { error: { code: 'session_ended' } } };
      expect(await callPortal(portal, 'GET', '/account', { token: accessToken })).toMatchObject(ended);
      expect(await callPortal(portal, 'POST', '/sessions/refresh', { body: { refreshToken } })).toMatchObject(ended);
    }
    expect(await callPortal(portal, 'POST', `/sign-ins/${signInId}/passcodes`)).toMatchObject({
      body: { error: { code: 'sign_in_expired' } },
    });
  });

  test('ends a lockout, and leaves the sessions of a colleague alone', async () => {
    const colleague = await portal.addAccount();
    const theirs = await portal.session(colleague.id);
    for (let tries = 0; tries < 10; tries += 1) expect((await signIn('wrong')).status).toBe(401);
    expect((await signIn(goodPassword)).status).toBe(429);
    expect((await submit(await sentLink())).status).toBe(200);
    expect((await signIn(newPassword)).status).toBe(201);
    expect((await callPortal(portal, 'GET', '/account', { token: theirs.accessToken })).status).toBe(200);
  });

  test('leaves the second factor as it is', async () => {
    const since = portal.chance.now();
    await portal.context.database
      .updateTable('account')
      .set({ authenticator_secret: 'sealed', authenticator_since: since, authenticator_last_step: 7 })
      .where('id', '=', account.id)
      .execute();
    expect((await submit(await sentLink())).status).toBe(200);
    expect(await row()).toMatchObject({
      authenticator_secret: 'sealed',
      authenticator_since: since,
      authenticator_last_step: 7,
    });
    expect(await signIn(newPassword)).toMatchObject({ body: { methods: ['authenticator', 'email'] } });
  });

  test('is told to its owner by email and kept in the audit, without the password', async () => {
    expect((await submit(await sentLink())).status).toBe(200);
    expect((await portal.emailTo(account.email)).subject).toBe('Your password was changed');
    const entries = await portal.context.database
      .selectFrom('audit')
      .selectAll()
      .where('subject_id', '=', account.id)
      .execute();
    expect(entries).toMatchObject([{ action: 'reset-password', account_id: account.id, actor: 'Anna Berg' }]);
    expect(JSON.stringify(entries) + portal.logLines.join('')).not.toContain(newPassword);
  });
});
