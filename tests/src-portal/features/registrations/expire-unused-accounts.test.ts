import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carelonMbm } from '../../../../src-shared/portals/carelon-mbm.ts';
import { expireUnusedAccounts } from '../../../../src-portal/features/registrations/expire-unused-accounts.ts';
import { warnUnusedAccounts } from '../../../../src-portal/features/registrations/warn-unused-accounts.ts';
import { verifyAccount } from '../../../../src-portal/operator/verify-account.ts';
import { openPortalFixture, type PortalFixture } from '../../portal-fixture.ts';
import { emptyTables } from '../../test-database.ts';
import { at, noor, portalAnswers } from './usernames.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortalFixture();
});
beforeEach(async () => {
  await emptyTables(portal.context.database);
  portal.emails.length = 0;
});
afterAll(() => portal.close());

const here = () => at(portal, 'carelon-mbm');
const days = (count: number) => portal.chance.advance(count * 24 * 60 * 60_000);
/** What two instances do at the same moment. */
const housekeeping = async () => {
  await Promise.all([warnUnusedAccounts(portal.context), warnUnusedAccounts(portal.context)]);
  await Promise.all([expireUnusedAccounts(portal.context), expireUnusedAccounts(portal.context)]);
  await portal.worker.runDueJobs();
};
const subjects = () => portal.emails.map(({ subject }) => subject).filter((subject) => subject.includes('expire on'));
const registerAndVerify = async () => {
  await here().register(portalAnswers());
  await verifyAccount.run(portal.context, [carelonMbm], noor);
};

describe('A9: a sign-in that nobody uses', () => {
  it('is warned about 14 and 3 days before, once each', async () => {
    await registerAndVerify();
    days(45);
    await housekeeping();
    expect(subjects()).toHaveLength(0);
    days(1);
    await housekeeping();
    await housekeeping();
    expect(subjects()).toHaveLength(1);
    days(11);
    await housekeeping();
    await housekeeping();
    expect(subjects()).toHaveLength(2);
    expect(portal.emails.at(-1)?.text).toContain('Sign in once before that day to keep them.');
  });

  it('is warned about once where the service was away for both', async () => {
    await registerAndVerify();
    days(58);
    await housekeeping();
    await housekeeping();
    expect(subjects()).toHaveLength(1);
  });

  it('is told whom to call while the portal has not verified it', async () => {
    await here().register(portalAnswers());
    await here().confirm(noor);
    days(47);
    await housekeeping();
    expect(portal.emails.at(-1)?.text).toContain('Carelon Web Customer Service at 1-800-252-2021');
  });

  it('writes nothing to an address that nobody has confirmed', async () => {
    await here().register(portalAnswers());
    days(58);
    await housekeeping();
    expect(subjects()).toEqual([]);
  });

  it('expires after 60 days: only who knows the password is told, and it is recorded once', async () => {
    await registerAndVerify();
    days(60);
    // at once, before any housekeeping
    expect(await here().start('noor.haddad')).toMatchObject({
      status: 403,
      body: { error: { code: 'account_expired' } },
    });
    expect(await here().start('noor.haddad', 'wrong')).toMatchObject({
      body: { error: { code: 'wrong_credentials' } },
    });
    await housekeeping();
    await housekeeping();
    const audit = await portal.context.database
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'expire-account')
      .execute();
    expect(audit).toMatchObject([{ actor: 'Carelon MBM provider portal', after: { email: noor, status: 'expired' } }]);
    expect(await verifyAccount.run(portal.context, [carelonMbm], noor)).toMatchObject({ ok: false });
  });

  it('that was begun before cannot be completed after', async () => {
    await registerAndVerify();
    days(59.99);
    const { body } = await here().start('noor.haddad');
    days(0.015);
    const reply = await portal.app.inject({
      method: 'POST',
      url: `/portals/carelon-mbm/sign-ins/${String(body['signInId'])}/passcodes`,
      payload: {},
    });
    expect(reply.json()).toMatchObject({ error: { code: 'sign_in_expired' } });
  });

  it('is kept for good by the first completed sign-in', async () => {
    await registerAndVerify();
    await here().signIn('noor.haddad');
    days(400);
    await housekeeping();
    expect(subjects()).toEqual([]);
    expect((await here().start('noor.haddad')).status).toBe(201);
  });
});

describe('A9: a registration after that', () => {
  it('with the same address and username replaces the account that was never used', async () => {
    await registerAndVerify();
    const before = await here().account();
    days(61);
    await housekeeping();
    expect((await here().register(portalAnswers({ firstName: 'Nora' }))).status).toBe(202);
    const after = await here().account();
    expect(after).toMatchObject({ first_name: 'Nora', email_verified_at: null, verified_at: null, expired_at: null });
    expect(after?.id).not.toBe(before?.id);
  });

  it('gets the username with another address', async () => {
    await registerAndVerify();
    days(61);
    expect((await here().register(portalAnswers({ email: 'bich@example.com' }))).status).toBe(202);
    expect(await here().account(noor)).toBeUndefined();
    expect(await here().account('bich@example.com')).toMatchObject({ username: 'noor.haddad' });
  });
});
