import { describe, expect, it } from 'vitest';
import type { AccountPlan } from '../../../src-shared/domain/health-plan.ts';
import type { ErrorCode } from '../../../src-shared/errors.ts';
import { account, accountId, id, moment } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';
import { keepAccount } from '../support/temporary-cache.ts';

const one = accountId(1);
const signIn = { portalId: 'carelon-mbm', signInId: id(1), method: 'email', code: '123456' } as const;
const birch: AccountPlan = {
  id: 'birch',
  name: 'Birch Health',
  taxIdsLastFour: ['6789'],
  unverifiedLastFour: [],
  addedAt: moment,
};
const failure = (code: ErrorCode) => ({ ok: false, error: { code } });

const signedIn = async () => {
  const desk = runningDesk();
  keepAccount(desk.cache, account(1, { portalId: 'carelon-mbm' }), []);
  desk.portal.linkedAccounts = [];
  desk.portal.plans = [birch];
  desk.accounts.restore();
  await settle();
  return desk;
};

describe('A11: the plans of an account', () => {
  it('are what the portal tells, with when that was', async () => {
    const { healthPlans, time } = await signedIn();
    expect(await healthPlans.list(one)).toEqual({
      ok: true,
      value: { plans: [birch], asOf: time.now().toISOString() },
    });
  });

  it.each<ErrorCode>(['offline', 'portal_error', 'unexpected_answer', 'rate_limited', 'session_ended'])(
    'are what it told last when it answers %s',
    async (code) => {
      const { healthPlans, portal } = await signedIn();
      const told = await healthPlans.list(one);
      portal.fault = () => ({ code });
      portal.plans = [];
      expect(await healthPlans.list(one)).toEqual(told);
    },
  );

  it('are an error before it has told any, and when the portal refuses for good', async () => {
    const { healthPlans, portal } = await signedIn();
    portal.fault = () => ({ code: 'offline' });
    expect(await healthPlans.list(one)).toEqual(failure('offline'));
    portal.fault = () => null;
    await healthPlans.list(one);
    portal.fault = () => ({ code: 'not_found' });
    expect(await healthPlans.list(one)).toEqual(failure('not_found'));
  });

  it('stay readable after signing out', async () => {
    const { healthPlans, accounts } = await signedIn();
    const told = await healthPlans.list(one);
    await accounts.signOut(one);
    expect(await healthPlans.list(one)).toEqual(told);
    expect(await healthPlans.offered(one)).toEqual(failure('signed_out'));
    expect(await healthPlans.acceptDisclaimer(one, '2026-01')).toEqual(failure('signed_out'));
    expect(await healthPlans.add({ accountId: one, id: id(9), planId: 'alder', taxIds: ['123456789'] })).toEqual(
      failure('signed_out'),
    );
  });

  it('are of an account that is here', async () => {
    const { healthPlans } = runningDesk();
    expect(await healthPlans.list(one)).toEqual(failure('not_found'));
    expect(await healthPlans.offered(one)).toEqual(failure('not_found'));
  });

  it('go with the account, and an answer that comes later is not kept', async () => {
    const { healthPlans, accounts, cache, portal } = await signedIn();
    await healthPlans.list(one);
    let open = (): void => {};
    portal.gate = new Promise((resolve) => (open = resolve));
    const late = healthPlans.list(one);
    const removed = accounts.remove(one);
    open();
    await removed;
    await late;
    expect(cache.healthPlans.find(one)).toBeNull();
  });
});

describe('A11: the HIPAA Disclaimer', () => {
  it('comes before the plans in each session, also while the portal cannot be reached', async () => {
    const { healthPlans, portal } = await signedIn();
    await healthPlans.list(one);
    portal.isAgreed = false;
    expect(await healthPlans.list(one)).toEqual(failure('disclaimer_missing'));
    expect(await healthPlans.offered(one)).toEqual(failure('disclaimer_missing'));
    portal.fault = () => ({ code: 'offline' });
    expect(await healthPlans.list(one)).toEqual(failure('disclaimer_missing'));
    expect(await healthPlans.acceptDisclaimer(one, '2026-01')).toEqual(failure('offline'));
    portal.fault = () => null;
    expect(await healthPlans.acceptDisclaimer(one, '2026-01')).toEqual({ ok: true, value: undefined });
    expect(await healthPlans.list(one)).toMatchObject({ ok: true, value: { plans: [birch] } });
  });

  it('is asked for anew by a sign-in, before the portal has been asked', async () => {
    const { healthPlans, signIns, portal, cache } = await signedIn();
    await healthPlans.list(one);
    expect(cache.healthPlans.find(one)).toMatchObject({ isAgreed: true });
    await signIns.complete({ ...signIn, portalId: 'cca' });
    portal.fault = () => ({ code: 'offline' });
    expect(await healthPlans.list(one)).toEqual(failure('disclaimer_missing'));
  });

  it('that nobody agreed to hides the plans from who is signed out too', async () => {
    const { healthPlans, accounts, portal } = await signedIn();
    await healthPlans.list(one);
    portal.isAgreed = false;
    await healthPlans.list(one);
    await accounts.signOut(one);
    expect(await healthPlans.list(one)).toEqual(failure('signed_out'));
  });
});

describe('A11: a plan that is added', () => {
  it('is in the list, and in the list that is read offline', async () => {
    const { healthPlans, portal } = await signedIn();
    const added = await healthPlans.add({ accountId: one, id: id(9), planId: 'alder', taxIds: ['123456789'] });
    const alder = { id: 'alder', name: 'Alder Health', taxIdsLastFour: ['6789'] };
    expect(added).toMatchObject({ ok: true, value: { plans: [birch, alder] } });
    expect(portal.calls).toContain(`addHealthPlan ${id(9)}`);
    expect(await healthPlans.offered(one)).toEqual({ ok: true, value: { plans: [] } });
    portal.fault = () => ({ code: 'offline' });
    expect(await healthPlans.list(one)).toEqual(added);
  });

  it('is told as refused, field by field, and the list stays', async () => {
    const { healthPlans, portal } = await signedIn();
    const told = await healthPlans.list(one);
    const refusal = { code: 'no_match' as const, fields: [{ path: 'taxIds.0', code: 'no_match' as const }] };
    portal.fault = (name) => (name === 'addHealthPlan' ? refusal : null);
    const added = await healthPlans.add({ accountId: one, id: id(9), planId: 'alder', taxIds: ['123456789'] });
    expect(added).toEqual({ ok: false, error: refusal });
    expect(await healthPlans.list(one)).toEqual(told);
  });
});
