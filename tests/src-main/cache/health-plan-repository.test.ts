import { describe, expect, it } from 'vitest';
import type { AccountPlan } from '../../../src-shared/domain/health-plan.ts';
import { account, accountId, moment } from '../support/fixtures.ts';
import { cacheFileIn, databaseOf, opened, temporaryCache, temporaryFolder } from './temporary-cache.ts';

const one = accountId(1);
const birch: AccountPlan = {
  id: 'birch',
  name: 'Birch Health',
  taxIdsLastFour: ['6789', '0001'],
  unverifiedLastFour: ['0001'],
  addedAt: moment,
};
const later = '2026-03-02T09:00:00.000Z';

describe('A11: the health plans of an account in the cache', () => {
  it('are what was kept last, also after a restart', () => {
    const file = cacheFileIn(temporaryFolder());
    const before = opened(file);
    before.accounts.save(account(), 'https://portal.example');
    expect(before.healthPlans.find(one)).toBeNull();
    before.healthPlans.keep(one, { plans: [], asOf: moment });
    before.healthPlans.keep(one, { plans: [birch], asOf: later });
    before.close();
    const after = opened(file);
    expect(after.healthPlans.find(one)).toEqual({ plans: [birch], asOf: later, isAgreed: true });
    after.close();
  });

  it('are hidden until they are told anew', () => {
    const { cache } = temporaryCache();
    cache.healthPlans.hide(one);
    expect(cache.healthPlans.find(one)).toBeNull();
    cache.accounts.save(account(), 'https://portal.example');
    cache.healthPlans.keep(one, { plans: [birch], asOf: moment });
    cache.healthPlans.hide(one);
    expect(cache.healthPlans.find(one)).toMatchObject({ isAgreed: false });
    cache.healthPlans.keep(one, { plans: [birch], asOf: later });
    expect(cache.healthPlans.find(one)).toMatchObject({ isAgreed: true, asOf: later });
  });

  it('are of an account that is here, and go with it', () => {
    const { cache, file } = temporaryCache();
    cache.healthPlans.keep(one, { plans: [birch], asOf: moment });
    expect(cache.healthPlans.find(one)).toBeNull();
    cache.accounts.save(account(), 'https://portal.example');
    cache.accounts.save(account(2), 'https://portal.example');
    cache.healthPlans.keep(one, { plans: [birch], asOf: moment });
    cache.healthPlans.keep(accountId(2), { plans: [], asOf: moment });
    cache.accounts.remove(one);
    expect(databaseOf(file).prepare('select account_id from health_plan_list').all()).toEqual([
      { account_id: accountId(2) },
    ]);
  });
});
