import { afterAll, beforeAll, expect, test } from 'vitest';
import { cca } from '../../../src-shared/portals/cca.ts';
import { unlock } from '../../../src-portal/operator/unlock.ts';
import { callPortal } from '../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

let portal: PortalFixture;

beforeAll(async () => {
  portal = await openPortalFixture();
});
afterAll(() => portal.close());

const start = (email: string, password = goodPassword, address = '192.0.2.1') =>
  callPortal(portal, 'POST', '/sign-ins', { body: { username: email, password, device: 'Desk' }, address });
const locked = { status: 429, body: { error: { code: 'locked_out' } } };

async function lockOut(email: string, address?: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) expect((await start(email, 'wrong', address)).status).toBe(401);
  expect(await start(email, goodPassword, address)).toMatchObject(locked);
}

test('after ten wrong passwords, from two places, the account signs in at once and from both', async () => {
  const { email } = await portal.addAccount();
  await lockOut(email);
  await lockOut(email, '198.51.100.7');
  expect(await unlock.run(portal.context, [cca], email)).toEqual({
    ok: true,
    value: { message: `What was counted against ${email} is forgotten`, tables: [] },
  });
  expect((await start(email)).status).toBe(201);
  expect((await start(email, goodPassword, '198.51.100.7')).status).toBe(201);
});

test('the wrong passwords of a colleague in the same office stay counted', async () => {
  const [{ email }, colleague] = [await portal.addAccount(), await portal.addAccount()];
  await lockOut(email, '203.0.113.5');
  await lockOut(colleague.email, '203.0.113.5');
  expect(await unlock.run(portal.context, [cca], email)).toMatchObject({ ok: true });
  expect((await start(email, goodPassword, '203.0.113.5')).status).toBe(201);
  expect(await start(colleague.email, goodPassword, '203.0.113.5')).toMatchObject(locked);
});
