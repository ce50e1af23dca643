import { describe, expect, it } from 'vitest';
import { createWaitWatch, type SystemNotice } from '../../../src-main/accounts/wait-watch.ts';
import type { Cache } from '../../../src-main/cache/cache.ts';
import type { LinkedAccount } from '../../../src-shared/domain/organization.ts';
import { createFakeSchedule } from '../support/fake-schedule.ts';
import { account, accountId, linkedAccount } from '../support/fixtures.ts';
import { keepAccount, temporaryCache } from '../support/temporary-cache.ts';

const minuteMs = 60_000;

function watched(waitMinutes: readonly number[]) {
  const time = createFakeSchedule();
  const cache = temporaryCache();
  const labels = ['Approving new users', 'Submitting claims with ConnectCenter'];
  const waits: LinkedAccount['waits'] = waitMinutes.map((minutes, place) => ({
    id: place === 0 ? 'approvals' : 'claims',
    label: labels[place] ?? '',
    until: new Date(time.now().getTime() + minutes * minuteMs).toISOString(),
  }));
  keepAccount(cache, account(1, { portalId: 'provider-central' }), [linkedAccount(1, { waits })]);
  const told: SystemNotice[] = [];
  return { time, cache, told, start: (of: Cache = cache) => watch(of, time, told) };
}

const watch = (cache: Cache, { schedule, now }: ReturnType<typeof createFakeSchedule>, told: SystemNotice[]) =>
  createWaitWatch({ cache, schedule, now, notify: (notice) => told.push(notice) });

const approvals = { title: 'Possible now: Approving new users', body: 'Practice 1, Provider Central' };
const claims = { title: 'Possible now: Submitting claims with ConnectCenter', body: 'Practice 1, Provider Central' };

describe('notifications when a wait is over (D2)', () => {
  it('come at the moment, in their order, each once', async () => {
    const { time, told, start } = watched([15, 24 * 60]);
    start().look();
    await time.pass(15 * minuteMs - 1);
    expect(told).toEqual([]);
    await time.pass(1);
    expect(told).toEqual([approvals]);
    await time.pass(24 * 60 * minuteMs);
    expect(told).toEqual([approvals, claims]);
    expect(time.pending()).toEqual([]);
  });

  it('are told once, however often one looks', async () => {
    const { time, told, start } = watched([15]);
    const waits = start();
    for (let times = 0; times < 3; times += 1) waits.look();
    expect(time.pending()).toEqual([15 * minuteMs]);
    await time.pass(20 * minuteMs);
    waits.look();
    start().look();
    expect(told).toEqual([approvals]);
  });

  it('come at the next start where the app was closed, and not again after that', async () => {
    const { time, told, start } = watched([15]);
    const first = start();
    first.look();
    first.stop();
    await time.pass(60 * minuteMs);
    expect(told).toEqual([]);
    start().look();
    start().look();
    expect(told).toEqual([approvals]);
  });

  it('come at a wake-up, when timers slept', async () => {
    const { time, told, cache } = watched([15]);
    const asleep = createWaitWatch({
      cache,
      schedule: () => () => undefined,
      now: time.now,
      notify: (notice) => told.push(notice),
    });
    asleep.look();
    await time.pass(30 * minuteMs);
    asleep.look();
    expect(told).toEqual([approvals]);
  });

  it('are not lost where the portal no longer tells the wait', async () => {
    const { time, told, cache, start } = watched([15]);
    const waits = start();
    waits.look();
    cache.accounts.saveLinkedAccounts(accountId(1), [linkedAccount(1, { waits: [] })]);
    waits.look();
    await time.pass(15 * minuteMs);
    expect(told).toEqual([approvals]);
  });

  it('do not come for what was revoked or removed meanwhile', async () => {
    const { time, told, cache, start } = watched([15]);
    const waits = start();
    waits.look();
    cache.accounts.saveLinkedAccounts(accountId(1), [linkedAccount(1, { status: 'revoked' })]);
    waits.look();
    await time.pass(15 * minuteMs);
    expect(told).toEqual([]);
    expect(cache.preferences.get('waits-to-tell')).toBeNull();
  });

  it('do not come days late', async () => {
    const { time, told, start } = watched([15]);
    const first = start();
    first.look();
    first.stop();
    await time.pass(3 * 24 * 60 * minuteMs);
    start().look();
    expect(told).toEqual([]);
  });

  it('follow a wait that runs anew', async () => {
    const { time, told, cache, start } = watched([15]);
    const waits = start();
    waits.look();
    const until = new Date(time.now().getTime() + 40 * minuteMs).toISOString();
    const again = { id: 'approvals' as const, label: 'Approving new users', until };
    cache.accounts.saveLinkedAccounts(accountId(1), [linkedAccount(1, { waits: [again] })]);
    waits.look();
    await time.pass(39 * minuteMs);
    expect(told).toEqual([]);
    await time.pass(minuteMs);
    expect(told).toEqual([approvals]);
  });
});
