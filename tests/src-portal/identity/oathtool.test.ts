import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src-shared/domain/account.ts';
import { callPortal } from '../call-portal.ts';
import { goodPassword, openPortalFixture, type PortalFixture } from '../portal-fixture.ts';

const run = promisify(execFile);
const stepMs = 30_000;
const isInstalled = spawnSync('oathtool', ['--version']).error === undefined;
if (!isInstalled) process.stdout.write('Skipped: oathtool is not installed (apt-get install oathtool)\n');

/** RFC 6238 by a program that shares no code with the service: what an authenticator app shows. */
describe.skipIf(!isInstalled)('codes of oathtool', () => {
  let portal: PortalFixture;
  let account: Account;
  let secret: string;

  /** The code of the step that is this many steps away from the service's clock. */
  async function shown(stepsAway = 0): Promise<string> {
    const at = new Date(portal.chance.now().getTime() + stepsAway * stepMs);
    const now = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    const { stdout } = await run('oathtool', ['--totp', '--base32', '--now', now, secret]);
    return stdout.trim();
  }
  async function signIn(code: string) {
    const body = { username: account.email, password: goodPassword, device: 'Desk' };
    const started = await callPortal(portal, 'POST', '/sign-ins', { body });
    return callPortal(portal, 'POST', `/sign-ins/${String(started.body['signInId'])}/verification`, {
      body: { method: 'authenticator', code },
    });
  }
  const refused = { status: 422, body: { error: { code: 'wrong_passcode' } } };

  beforeAll(async () => {
    portal = await openPortalFixture();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    account = await portal.addAccount();
    const { accessToken: token } = await portal.session(account.id);
    secret = String((await callPortal(portal, 'POST', '/account/authenticator', { token })).body['secret']);
    const confirmation = { token, body: { code: await shown() } };
    expect((await callPortal(portal, 'POST', '/account/authenticator/confirmation', confirmation)).status).toBe(200);
    portal.chance.advance(10 * stepMs);
  });

  test('sign in, once each', async () => {
    const code = await shown();
    expect((await signIn(code)).status).toBe(201);
    expect(await signIn(code)).toMatchObject(refused);
    portal.chance.advance(stepMs);
    expect((await signIn(await shown())).status).toBe(201);
  });

  test.each([-2, 2])('are refused %i steps away', async (stepsAway) => {
    expect(await signIn(await shown(stepsAway))).toMatchObject(refused);
    expect((await signIn(await shown())).status).toBe(201);
  });

  test.each([-1, 1])('are taken %i step away, for clocks that differ', async (stepsAway) => {
    expect((await signIn(await shown(stepsAway))).status).toBe(201);
  });

  test('serve to the last second of their step and the one after', async () => {
    const intoStepMs = portal.chance.now().getTime() % stepMs;
    const code = await shown();
    portal.chance.advance(2 * stepMs - intoStepMs - 1000);
    expect((await signIn(code)).status).toBe(201);
    const later = await shown();
    portal.chance.advance(2 * stepMs);
    expect(await signIn(later)).toMatchObject(refused);
  });
});
