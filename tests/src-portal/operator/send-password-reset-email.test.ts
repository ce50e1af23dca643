import { afterAll, beforeAll, expect, test } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import { sendPasswordResetEmail } from '../../../src-portal/operator/send-password-reset-email.ts';
import { openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

let portal: PortalFixture;

beforeAll(async () => {
  portal = await openPortalFixture();
});
afterAll(() => portal.close());

test('the person gets a link from the staff that opens Reset Your Password', async () => {
  const { id, email } = await portal.addAccount();
  expect(await sendPasswordResetEmail.run(portal.context, [cca], email)).toEqual({
    ok: true,
    value: { message: `A link to choose a new password is on its way to ${email}`, tables: [] },
  });
  const { text } = await portal.emailTo(email);
  expect(text).toContain('CCA Provider Portal support sends you this link');
  const link = new URL(/https:\S+/u.exec(text)?.[0] ?? '');
  const reply = await portal.app.inject({ method: 'GET', url: link.pathname + link.search });
  expect(reply.statusCode).toBe(200);
  const audit = await portal.context.database
    .selectFrom('audit')
    .select(['actor', 'action', 'account_id'])
    .where('subject_id', '=', id)
    .execute();
  expect(audit).toEqual([{ actor: 'CCA Provider Portal support', action: 'send-password-reset', account_id: null }]);
});

test.each([
  ['nobody@example.com', 'has no account with the address nobody@example.com'],
  ['not an address', 'is not an email address'],
])('%s: says why there is nobody to send it to', async (email, why) => {
  const refused = await sendPasswordResetEmail.run(portal.context, [cca], email);
  expect(refused).toEqual({ ok: false, error: expect.stringContaining(why) as string });
});

test('without an address for browsers there is no link to send', async () => {
  const { email } = await portal.addAccount();
  const context = { ...portal.context, settings: { ...portal.context.settings, publicUrl: '' } };
  const refused = await sendPasswordResetEmail.run(context, [cca], email);
  expect(refused).toEqual({ ok: false, error: expect.stringContaining('PUBLIC_URL') as string });
  await portal.worker.runDueJobs();
  expect(portal.emails.filter(({ to }) => to === email)).toEqual([]);
});
