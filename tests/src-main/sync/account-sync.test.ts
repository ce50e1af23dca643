import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LogEntry } from '../../../src-main/log.ts';
import { createAccountSync } from '../../../src-main/sync/account-sync.ts';
import { createTurns } from '../../../src-main/sync/turns.ts';
import {
  account,
  accountId,
  id,
  linkedAccount,
  linkedAccountId,
  moment,
  organizationId,
  revoke,
  user,
} from '../support/fixtures.ts';
import { createFakeSchedule, settle } from '../support/fake-schedule.ts';
import { FakePortal } from '../support/fake-portal.ts';
import { recordedListener } from '../support/recorded-listener.ts';
import { emails, keepAccount, temporaryCache } from '../support/temporary-cache.ts';

vi.setConfig({ testTimeout: 30_000 });

const patience = { timeout: 20_000 };
const [first, second] = [organizationId(1), organizationId(2)];

const setUp = ({ users = 3 } = {}) => {
  const cache = temporaryCache();
  const linkedAccounts = [linkedAccount(1), linkedAccount(2)];
  keepAccount(cache, account(), linkedAccounts);
  const portal = new FakePortal();
  portal.linkedAccounts = linkedAccounts;
  for (let number = 0; number < users; number += 1) portal.put(first, { kind: 'user', entity: user(number, 1) });
  portal.put(second, { kind: 'user', entity: user(900, 2) });
  const time = createFakeSchedule();
  const listener = recordedListener();
  const logged: LogEntry[] = [];
  const sync = createAccountSync({
    accountId: accountId(1),
    cache,
    connector: portal.connector(),
    turns: createTurns(),
    listener,
    log: (entry) => logged.push(entry),
    schedule: time.schedule,
    now: time.now,
    random: () => 0.5,
    yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
  });
  onTestFinished(() => {
    sync.stop();
  });
  const decide = (number: number) => {
    const command = { id: id(number), organizationId: first, decidedAt: moment, intent: revoke(number) };
    cache.outbox.enqueue(accountId(1), first, [command]);
    sync.commandDecided();
  };
  const synced = async () => {
    await vi.waitFor(() => {
      expect(sync.state().phase).toBe('idle');
    }, patience);
    await settle();
  };
  const reachable = (isReachable: boolean) => {
    portal.fault = () => (isReachable ? null : { code: 'offline' });
    if (!isReachable) portal.breakStreams();
  };
  return { cache, portal, time, listener, logged, sync, decide, synced, reachable };
};

describe('the sync of an account', () => {
  it('loads every linked organization, the shown one first, and then rests', async () => {
    const { cache, portal, sync, synced, time, listener } = setUp();
    cache.accounts.setActiveLinkedAccount(accountId(1), linkedAccountId(2));
    sync.start();
    await synced();
    expect(emails(cache, first)).toHaveLength(3);
    expect(emails(cache, second)).toHaveLength(1);
    const loads = portal.calls.filter((call) => call.startsWith('snapshot'));
    expect(loads).toEqual([`snapshot ${second}`, `snapshot ${first}`]);
    expect(sync.state()).toMatchObject({ phase: 'idle', waiting: 0, error: null, progress: null });
    expect(sync.state().lastSyncedAt).toBe(time.now().toISOString());
    expect(listener.told).toContain(`people ${first}`);
  });

  it('shows the progress of a first load', async () => {
    const { sync, synced, listener } = setUp({ users: 900 });
    sync.start();
    await synced();
    const progress = listener.states.filter(({ phase }) => phase === 'loading').map((state) => state.progress);
    expect(progress).toContainEqual({ loaded: 100, total: 900, rowsPerSecond: null });
    expect(progress).toContainEqual({ loaded: 600, total: 900, rowsPerSecond: null });
    expect(listener.states.at(-1)).toMatchObject({ phase: 'idle', progress: null });
  });

  it('looks at an organization when a hint says so, and at that one only', async () => {
    const { cache, portal, sync, synced } = setUp();
    sync.start();
    await synced();
    portal.put(first, { kind: 'user', entity: user(50) });
    portal.calls.length = 0;
    portal.hintAbout(first);
    await synced();
    expect(emails(cache, first)).toContain('user50@example.com');
    expect(portal.calls).toEqual([`changes ${first}`]);
  });

  it('takes no notice of a hint about what it has', async () => {
    const { portal, sync, synced } = setUp();
    sync.start();
    await synced();
    portal.calls.length = 0;
    portal.hintAbout(first);
    await synced();
    expect(portal.calls).toEqual([]);
  });

  it('learns of a new linked account by a hint, and loads it', async () => {
    const { cache, portal, sync, synced, listener } = setUp();
    sync.start();
    await synced();
    portal.linkedAccounts = [...portal.linkedAccounts, linkedAccount(3)];
    portal.put(organizationId(3), { kind: 'user', entity: user(70, 3) });
    portal.hint({ about: 'linked-accounts' });
    await synced();
    expect(emails(cache, organizationId(3))).toEqual(['user70@example.com']);
    expect(listener.told).toContain('accounts');
  });

  it('forgets the people of an organization that it was revoked from', async () => {
    const { cache, portal, sync, synced } = setUp();
    sync.start();
    await synced();
    portal.linkedAccounts = [linkedAccount(1, { status: 'revoked' }), linkedAccount(2)];
    portal.fault = (name, about) => (about === first && name !== 'account' ? { code: 'not_permitted' } : null);
    portal.hint({ about: 'organization', organizationId: first, position: 99 });
    await synced();
    expect(emails(cache, first)).toEqual([]);
    expect(emails(cache, second)).toHaveLength(1);
  });

  it('asks without a reason now and then', async () => {
    const { portal, sync, synced, time } = setUp();
    sync.start();
    await synced();
    portal.calls.length = 0;
    await time.pass(299_999);
    expect(portal.calls).toEqual([]);
    await time.pass(1);
    await synced();
    expect(portal.calls).toEqual(['account', 'linkedAccounts', `changes ${first}`, `changes ${second}`]);
  });
});

describe('what was decided', () => {
  it('are sent at once', async () => {
    const { portal, sync, synced, decide, cache } = setUp();
    sync.start();
    await synced();
    decide(1);
    expect(sync.state().waiting).toBe(1);
    await synced();
    expect(portal.effects).toEqual([id(1)]);
    expect(cache.outbox.counts(accountId(1))).toEqual({ waiting: 0, needsAttention: 0 });
  });

  it('do not wait for a long first load to end', async () => {
    const { portal, sync, synced, decide, cache } = setUp({ users: 6000 });
    sync.start();
    await vi.waitFor(() => {
      expect(cache.people.userCounts(first).users).toBeGreaterThan(1000);
    }, patience);
    decide(1);
    await vi.waitFor(() => {
      expect(portal.effects).toEqual([id(1)]);
    }, patience);
    expect(cache.people.userCounts(first).users).toBeLessThan(6000);
    await synced();
    expect(cache.people.userCounts(first).users).toBe(6000);
    expect(emails(cache, second)).toHaveLength(1);
  });

  it('made offline are sent in order when the portal is back, once each', async () => {
    const { portal, sync, synced, decide, reachable, time } = setUp();
    sync.start();
    await synced();
    reachable(false);
    await settle();
    for (const number of [0, 1, 2]) decide(number);
    await settle();
    expect(sync.state()).toMatchObject({ phase: 'offline', waiting: 3, error: { code: 'offline' } });
    reachable(true);
    await time.pass(60_000);
    await synced();
    expect(portal.effects).toEqual([id(0), id(1), id(2)]);
    expect(sync.state()).toMatchObject({ phase: 'idle', waiting: 0, error: null });
  });

  it('made while nobody answers are not sent into the dark: they can be taken back', async () => {
    const { sync, synced, decide, reachable, portal, cache } = setUp();
    sync.start();
    await synced();
    reachable(false);
    await settle();
    decide(1);
    await settle();
    expect(portal.calls.some((call) => call.startsWith('submit'))).toBe(false);
    expect(cache.outbox.undo(id(1))).toMatchObject({ ok: true });
  });

  it('that one organization’s portal chokes on do not hold up the others', async () => {
    const { portal, sync, decide, cache } = setUp();
    portal.fault = (name) => (name === 'submit' ? { code: 'portal_error' } : null);
    sync.start();
    await settle();
    decide(1);
    await vi.waitFor(() => {
      expect(sync.state()).toMatchObject({ phase: 'offline', error: { code: 'portal_error' } });
    });
    expect(emails(cache, second)).toHaveLength(1);
  });

  it('that are refused are counted until somebody has seen it', async () => {
    const { portal, sync, synced, decide } = setUp();
    portal.decide = () => ({ code: 'last_administrator' });
    sync.start();
    await synced();
    decide(1);
    await synced();
    expect(sync.state()).toMatchObject({ waiting: 0, needsAttention: 1 });
  });
});

describe('without the portal', () => {
  it('the sync waits longer each time, and not at all when the computer wakes up', async () => {
    const { sync, reachable, time, portal, synced } = setUp();
    reachable(false);
    sync.start();
    await settle();
    expect(sync.state().phase).toBe('offline');
    await time.pass(120_000);
    const calls = portal.calls.length;
    expect(calls).toBeLessThan(15);
    reachable(true);
    sync.woke();
    await synced();
    expect(portal.calls.length).toBeGreaterThan(calls);
    expect(portal.isListenedTo).toBe(true);
  });

  it('the sync looks at everything again once hints come again', async () => {
    const { sync, synced, reachable, time, portal, cache } = setUp();
    sync.start();
    await synced();
    reachable(false);
    await settle();
    portal.put(second, { kind: 'user', entity: user(901, 2) });
    reachable(true);
    await time.pass(1000);
    await synced();
    expect(emails(cache, second)).toHaveLength(2);
  });

  it('a person can ask for it now', async () => {
    const { sync, synced, reachable } = setUp();
    reachable(false);
    sync.start();
    await settle();
    reachable(true);
    sync.syncNow();
    await synced();
    expect(sync.state().error).toBeNull();
  });
});

describe('the end', () => {
  it('of the session is the end of all work', async () => {
    const { sync, portal, time, decide } = setUp();
    portal.fault = () => ({ code: 'session_ended' });
    sync.start();
    await settle();
    expect(sync.state().phase).toBe('signed-out');
    portal.calls.length = 0;
    decide(1);
    sync.woke();
    sync.syncNow();
    await time.pass(600_000);
    expect(portal.calls).toEqual([]);
    expect(portal.isListenedTo).toBe(false);
  });

  it('can be told from outside', async () => {
    const { sync, synced, portal } = setUp();
    sync.start();
    await synced();
    sync.sessionEnded();
    await settle();
    expect(sync.state().phase).toBe('signed-out');
    expect(portal.isListenedTo).toBe(false);
  });

  it('writes nothing more, whatever arrives afterwards', async () => {
    const { sync, portal, cache, time, listener } = setUp();
    let open = (): void => undefined;
    portal.gate = new Promise((resolve) => (open = resolve));
    sync.start();
    await settle();
    sync.stop();
    const told = listener.states.length;
    open();
    await time.pass(600_000);
    expect(emails(cache, first)).toEqual([]);
    expect(listener.states).toHaveLength(told);
    expect(time.pending()).toEqual([]);
  });

  it('does not come with a bug: it is logged, and tried again', async () => {
    const { sync, portal, logged, time, synced } = setUp();
    portal.fault = (name) => {
      if (name === 'snapshot') throw new TypeError('about Ada Admin');
      return null;
    };
    sync.start();
    await settle();
    expect(logged[0]).toMatchObject({ at: 'sync', code: 'TypeError' });
    expect(JSON.stringify(logged)).not.toContain('Ada');
    expect(sync.state()).toMatchObject({ phase: 'offline', error: { code: 'internal' } });
    portal.fault = () => null;
    await time.pass(60_000);
    await synced();
  });
});
