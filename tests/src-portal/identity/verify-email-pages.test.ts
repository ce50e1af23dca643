import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/domain/account.ts';
import { callPortal } from '../call-portal.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

describe('the link of a verification email', () => {
  let portal: PortalFixture;
  let account: Account;

  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  beforeEach(async () => {
    account = await portal.addAccount({ isVerified: false });
  });
  afterAll(() => portal.close());

  const resend = (email = account.email, address = '192.0.2.1') =>
    callPortal(portal, 'POST', '/email-verifications', { body: { email }, address });
  const sentLink = async (): Promise<URL> => {
    await resend();
    const { text } = await portal.emailTo(account.email);
    return new URL(/https:\S+/u.exec(text)?.[0] ?? '');
  };
  const open = async ({ pathname, search }: URL) => {
    const reply = await portal.app.inject({ method: 'GET', url: pathname + search });
    return { status: reply.statusCode, text: reply.body, headers: reply.headers };
  };
  const press = async ({ pathname, searchParams }: URL) => {
    const reply = await portal.app.inject({
      method: 'POST',
      url: pathname,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ token: searchParams.get('token') ?? '' }).toString(),
    });
    return { status: reply.statusCode, text: reply.body };
  };
  const isVerified = async () => {
    const row = await portal.context.database
      .selectFrom('account')
      .select('email_verified_at')
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow();
    return row.email_verified_at !== null;
  };

  test('shows one button, which a mail scanner does not press', async () => {
    const link = await sentLink();
    expect(link.href).toContain('https://portal.example.com/portals/cca/pages/verify-email?token=');
    for (let looks = 0; looks < 3; looks += 1) {
      const page = await open(link);
      expect(page.status).toBe(200);
      expect(page.text.match(/<button/gu)).toHaveLength(1);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.headers['referrer-policy']).toBe('no-referrer');
    }
    expect(await isVerified()).toBe(false);
  });

  test('confirms the address when the button is pressed, once', async () => {
    const link = await sentLink();
    const page = await press(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Your email address has been confirmed');
    expect(await isVerified()).toBe(true);
    const again = await press(link);
    expect(again.status).toBe(410);
    expect(again.text).toContain('has been used already');
    expect((await open(link)).status).toBe(410);
  });

  test('serves for a day', async () => {
    const link = await sentLink();
    portal.chance.advance(24 * 60 * 60_000);
    expect(await open(link)).toMatchObject({
      status: 410,
      text: expect.stringContaining('This link has expired') as string,
    });
    expect((await press(link)).status).toBe(410);
    expect(await isVerified()).toBe(false);
  });

  test('an earlier link stays good beside a later one', async () => {
    const [earlier, later] = [await sentLink(), await sentLink()];
    expect(earlier.href).not.toBe(later.href);
    expect((await press(earlier)).status).toBe(200);
    expect((await press(later)).status).toBe(200);
  });

  test.each(['', '?token=', '?token=nothing', `?token=${'x'.repeat(500)}`, '?token=%3Cscript%3E'])(
    'says kindly that it does not know %j',
    async (search) => {
      const page = await open(new URL(`https://portal.example.com/portals/cca/pages/verify-email${search}`));
      expect(page.status).toBe(404);
      expect(page.text).toContain('We do not know this link');
      expect(page.text).not.toContain('<script>');
    },
  );

  test('belongs to a hosted portal', async () => {
    const { search } = await sentLink();
    expect(
      (await open(new URL(`https://portal.example.com/portals/elsewhere/pages/verify-email${search}`))).status,
    ).toBe(404);
  });

  test('is sent again to who waits for it, and the answer says nothing about anybody', async () => {
    const waiting = await resend();
    const unknown = await resend('nobody-at-all@example.com');
    expect(waiting).toMatchObject({ status: 202, body: {} });
    expect(unknown).toMatchObject({ status: 202, body: {} });
    const confirmed = await portal.addAccount();
    expect(await resend(confirmed.email)).toMatchObject({ status: 202 });
    await portal.worker.runDueJobs();
    expect(portal.emails.map(({ to }) => to)).not.toContain(confirmed.email);
    expect(portal.emails.map(({ to }) => to)).not.toContain('nobody-at-all@example.com');
  });

  test('is not sent without end', async () => {
    for (let sent = 0; sent < 5; sent += 1) expect((await resend()).status).toBe(202);
    expect(await resend()).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } });
    expect((await resend('somebody-else@example.com', '198.51.100.3')).status).toBe(202);
  });
});
