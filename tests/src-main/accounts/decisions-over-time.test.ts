import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createDecisions } from '../../../src-main/accounts/decisions.ts';
import type { Command } from '../../../src-shared/domain/command.ts';
import { account, accountId, id, organizationId, revoke, user } from '../support/fixtures.ts';
import { settle } from '../support/fake-schedule.ts';
import { runningDesk } from '../support/running-desk.ts';
import { keepAccount } from '../support/temporary-cache.ts';

const organization = organizationId(1);
const yearMs = 365 * 24 * 60 * 60_000;

/** A desk without a line whose clock is set by the test; its ids carry that clock's time. */
const adrift = async () => {
  const desk = runningDesk();
  keepAccount(desk.cache);
  const people = [1, 2, 3, 4].map((number) => ({ kind: 'user' as const, entity: user(number) }));
  desk.cache.feed.applySnapshotPage(organization, { records: people, next: null, position: 0, total: 4, loaded: 4 });
  desk.portal.put(organization, ...people);
  desk.portal.fault = () => ({ code: 'offline' });
  desk.accounts.restore();
  await settle();
  const clock = { atMs: desk.time.now().getTime() };
  const { cache, directory, running, listener } = desk;
  const decisions = createDecisions({
    cache,
    directory,
    running,
    listener,
    now: () => new Date(clock.atMs),
    newId: () => v7({ msecs: clock.atMs }),
  });
  const arrived: Command[] = [];
  desk.portal.decide = (command) => {
    arrived.push(command);
    return null;
  };
  const comeBack = async () => {
    desk.portal.fault = () => null;
    desk.accounts.woke();
    await settle();
  };
  return { ...desk, decisions, clock, arrived, comeBack };
};

describe('decisions while the clock is set', () => {
  it.each([
    ['back', -3 * yearMs],
    ['forward', 40 * yearMs],
  ])('%s by years keep the order in which they were given, and the time that was told', async (_, jumpMs) => {
    const { decisions, clock, arrived, comeBack, portal } = await adrift();
    const given: string[] = [];
    const told: string[] = [];
    for (const [place, jump] of [0, jumpMs, -jumpMs, jumpMs].entries()) {
      clock.atMs += jump;
      const kept = decisions.submit(organization, [revoke(place + 1)]);
      if (!kept.ok) throw new Error(kept.error.code);
      given.push(...kept.value.commandIds);
      told.push(new Date(clock.atMs).toISOString());
    }
    // the ids are not in order: they carry a clock that went back and forth
    expect(given.toSorted()).not.toEqual(given);
    expect(decisions.list(organization).map((item) => item.id)).toEqual(given);
    expect(decisions.ofAccount(accountId(1)).items.map((item) => item.id)).toEqual(given);
    await comeBack();
    expect(arrived.map((command) => command.id)).toEqual(given);
    expect(arrived.map(({ decidedAt }) => decidedAt)).toEqual(told);
    expect(portal.effects).toEqual(given);
    expect(decisions.list(organization)).toEqual([]);
  });

  it('about the same person count on each other in their order', async () => {
    const { decisions, clock, arrived, comeBack } = await adrift();
    decisions.submit(organization, [revoke(1)]);
    clock.atMs -= 3 * yearMs;
    decisions.submit(organization, [{ kind: 'restore-user', subjectId: user(1).id, payload: {} }]);
    await comeBack();
    expect(arrived.map(({ intent, baseVersion }) => [intent.kind, baseVersion])).toEqual([
      ['revoke-user', 1],
      ['restore-user', 2],
    ]);
  });
});

describe('decisions of somebody who signs out', () => {
  it('wait for the same person; nobody else on this computer sends them', async () => {
    const { decisions, accounts, cache, comeBack, portal, signIns } = await adrift();
    keepAccount(cache, account(2));
    accounts.restore();
    const kept = decisions.submit(organization, [revoke(1), revoke(2)]);
    await accounts.signOut(accountId(1));
    await comeBack();
    expect(portal.effects).toEqual([]);
    expect(cache.outbox.counts(accountId(1))).toEqual({ waiting: 2, needsAttention: 0 });
    expect(cache.outbox.counts(accountId(2))).toEqual({ waiting: 0, needsAttention: 0 });
    await signIns.complete({ portalId: 'cca', signInId: id(1), method: 'email', code: '123456' });
    await settle();
    expect(portal.effects).toEqual(kept.ok ? kept.value.commandIds : []);
  });
});
