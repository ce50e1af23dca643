import { describe, expect, it, vi } from 'vitest';
import type { DeskError, ErrorCode } from '../../../src-shared/errors.ts';
import type { FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import type { SnapshotPage } from '../../../src-main/cache/cache.ts';
import { pullOrganization } from '../../../src-main/sync/pull.ts';
import { firstRows } from '../../../src-main/sync/pace.ts';
import { accountId, id, moment, organizationId, revoke, user, userId } from '../support/fixtures.ts';
import { FakePortal } from '../support/fake-portal.ts';
import { emails, keepAccount, temporaryCache } from '../support/temporary-cache.ts';

vi.setConfig({ testTimeout: 30_000 });

const organization = organizationId(1);
const userRecord = (number: number, change = {}): FeedRecord => ({ kind: 'user', entity: user(number, 1, change) });
const users = (count: number): FeedRecord[] => Array.from({ length: count }, (_, number) => userRecord(number));

const setUp = (count = 0) => {
  const cache = temporaryCache();
  keepAccount(cache);
  const portal = new FakePortal();
  portal.put(organization, ...users(count));
  const apply = vi.spyOn(cache.feed, 'applySnapshotPage');
  const written: SnapshotPage[] = [];
  const writers = { opened: 0, closed: 0, fault: (): DeskError | null => null };
  const { openPageWriter } = cache.feed;
  vi.spyOn(cache.feed, 'openPageWriter').mockImplementation(() => {
    writers.opened += 1;
    const writer = openPageWriter();
    return {
      async write(...parameters) {
        const error = writers.fault();
        if (error !== null) return { ok: false, error };
        const outcome = await writer.write(...parameters);
        written.push(parameters[2]);
        return outcome;
      },
      close() {
        writers.closed += 1;
        writer.close();
      },
    };
  });
  const onProgress = vi.fn();
  const onRows = vi.fn();
  const yieldNow = vi.fn(() => Promise.resolve());
  const stop = { stopped: (): boolean => false, interrupted: (): boolean => false };
  const pull = () =>
    pullOrganization({
      feed: cache.feed,
      connector: portal.connector(),
      organizationId: organization,
      now: () => new Date(moment),
      yieldNow,
      stopped: () => stop.stopped(),
      interrupted: () => stop.interrupted(),
      onRows,
      onProgress,
    });
  const total = () => cache.people.userCounts(organization).users;
  return { cache, portal, pull, apply, written, writers, onProgress, onRows, yieldNow, stop, total };
};

const complete = { ok: true, value: 'complete' };
const interrupted = { ok: true, value: 'interrupted' };

describe('a first load', () => {
  it('brings everything and follows the feed from then on', async () => {
    const { cache, portal, pull, total } = setUp(600);
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(600);
    expect(cache.feed.state(organization)).toEqual({ position: 600, snapshot: null, lastSyncedAt: moment });
    portal.put(organization, userRecord(600));
    portal.calls.length = 0;
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(601);
    expect(portal.calls).toEqual([`changes ${organization}`]);
  });

  it('of an organization without records ends, too', async () => {
    const { cache, pull } = setUp(0);
    expect(await pull()).toEqual(complete);
    expect(cache.feed.state(organization).position).toBe(0);
  });

  it('writes a short page first, hands the others to a writer, and lets the event loop turn between them', async () => {
    const { apply, written, pull, yieldNow } = setUp(2500);
    await pull();
    expect(apply.mock.calls.map(([, page]) => page.records.length)).toEqual([firstRows]);
    expect(written.map(({ records }) => records.length)).toEqual([500, 500, 500, 500, 400]);
    expect(yieldNow.mock.calls.length).toBeGreaterThanOrEqual(1 + written.length);
  });

  it('needs no writer for a single page, and closes the one that it has opened', async () => {
    const small = setUp(firstRows);
    await small.pull();
    expect([small.writers.opened, small.writers.closed]).toEqual([0, 0]);
    const large = setUp(2000);
    await large.pull();
    expect([large.writers.opened, large.writers.closed]).toEqual([1, 1]);
  });

  it('fails with what the writer fails with, goes on with that page, and closes the writer', async () => {
    const { pull, total, writers } = setUp(2000);
    writers.fault = () => ({ code: 'disk_full' });
    expect(await pull()).toEqual({ ok: false, error: { code: 'disk_full' } });
    expect(total()).toBe(firstRows);
    expect(writers.closed).toBe(1);
    writers.fault = () => null;
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(2000);
  });

  it('that somebody else begins anew goes on from there', async () => {
    const { cache, pull, total, portal } = setUp(2000);
    let pages = 0;
    portal.fault = (name) => {
      if (name === 'snapshot' && (pages += 1) === 3) cache.feed.restart(organization);
      return null;
    };
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(2000);
  });

  it('asks for the next page while it writes one, and for none twice', async () => {
    const { portal, pull, total } = setUp(1800);
    const asked: number[] = [];
    const connector = portal.connector();
    vi.spyOn(portal, 'connector').mockReturnValue({
      ...connector,
      snapshot(...parameters) {
        asked.push(total());
        return connector.snapshot(...parameters);
      },
    });
    expect(await pull()).toEqual(complete);
    // what was there when each page was asked for: nothing of the one before
    expect(asked).toEqual([0, 0, 100, 600, 1100]);
  });

  it('tells how far it is', async () => {
    const { onProgress, pull } = setUp(1000);
    await pull();
    expect(onProgress.mock.calls.map(([progress]: unknown[]) => progress)).toEqual([
      ...[100, 600].map((loaded) => ({ loaded, total: 1000 })),
      null,
    ]);
  });

  it.each([1, 2, 3, 4])('that is cut short after %i pages goes on there and loses nothing', async (count) => {
    const { cache, pull, writers, written, total } = setUp(1800);
    writers.fault = () => {
      if (written.length === count - 1) throw new Error('the power is gone');
      return null;
    };
    await expect(pull()).rejects.toThrow('the power is gone');
    expect(cache.feed.state(organization).position).toBeNull();
    expect(total()).toBe(firstRows + 500 * (count - 1));
    writers.fault = () => null;
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(1800);
  });

  it('takes in what changes while it runs: added, changed, removed', async () => {
    const { portal, pull, total, cache } = setUp(800);
    let pages = 0;
    portal.fault = (name) => {
      if (name !== 'snapshot') return null;
      pages += 1;
      if (pages !== 2) return null;
      portal.put(organization, userRecord(5, { version: 2, email: 'changed@example.com' }), userRecord(900));
      portal.remove(organization, 'user', userId(6));
      portal.remove(organization, 'user', userId(799));
      return null;
    };
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(799);
    expect(emails(cache, organization)).toContain('changed@example.com');
    expect(emails(cache, organization)).not.toContain('user6@example.com');
  });

  it('starts over when its cursor no longer serves', async () => {
    const { portal, pull, total, stop } = setUp(2000);
    stop.interrupted = () => true;
    expect(await pull()).toEqual(interrupted);
    stop.interrupted = () => false;
    for (const code of ['feed_truncated', 'invalid_input'] as const) {
      let refusals = 1;
      portal.fault = (name) => (name === 'snapshot' && (refusals -= 1) >= 0 ? { code } : null);
      expect(await pull()).toEqual(complete);
      expect(total()).toBe(2000);
    }
  });

  it('fails with what the first page is refused with', async () => {
    const { portal, pull } = setUp(10);
    portal.fault = () => ({ code: 'invalid_input' });
    expect(await pull()).toEqual({ ok: false, error: { code: 'invalid_input' } });
  });

  it('does not go round in circles with a portal that does', async () => {
    const { portal, pull } = setUp(600);
    const connector = portal.connector();
    vi.spyOn(portal, 'connector').mockReturnValue({
      ...connector,
      snapshot: () => Promise.resolve({ ok: true, value: { records: [], next: 'same', position: 1, total: 9 } }),
    });
    expect(await pull()).toEqual({ ok: false, error: { code: 'unexpected_answer' } });
  });
});

describe('the feed', () => {
  it('is followed to its end, page by page', async () => {
    const { portal, pull, total, cache } = setUp(1);
    await pull();
    for (let number = 1; number < 1300; number += 1) portal.put(organization, userRecord(number));
    portal.calls.length = 0;
    expect(await pull()).toEqual(complete);
    expect(portal.calls).toHaveLength(3);
    expect(total()).toBe(1300);
    expect(cache.feed.state(organization).position).toBe(1300);
  });

  it('that was cut leads to a fresh load, which the outbox survives', async () => {
    const { cache, portal, pull, total } = setUp(300);
    await pull();
    const command = { id: id(1), organizationId: organization, decidedAt: moment, intent: revoke(1) };
    cache.outbox.enqueue(accountId(1), organization, [command]);
    portal.remove(organization, 'user', userId(0));
    portal.put(organization, userRecord(1, { version: 2 }));
    portal.truncate(organization);
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(299);
    expect(cache.outbox.next(accountId(1), organization)?.command.id).toBe(id(1));
  });

  it('with a gap leads to a fresh load', async () => {
    const { cache, portal, pull, total } = setUp(3);
    await pull();
    portal.put(organization, userRecord(3), userRecord(4));
    const connector = portal.connector();
    let gaps = 1;
    vi.spyOn(portal, 'connector').mockReturnValue({
      ...connector,
      async changes(...parameters) {
        const page = await connector.changes(...parameters);
        return page.ok && (gaps -= 1) >= 0
          ? { ok: true, value: { changes: page.value.changes.slice(1), more: false } }
          : page;
      },
    });
    expect(await pull()).toEqual(complete);
    expect(total()).toBe(5);
    expect(cache.feed.state(organization).position).toBe(5);
  });

  it('of a portal that contradicts itself is given up', async () => {
    const { portal, pull } = setUp(3);
    portal.fault = (name) => (name === 'changes' ? { code: 'feed_truncated' } : null);
    expect(await pull()).toEqual({ ok: false, error: { code: 'unexpected_answer' } });
    expect(portal.calls.filter((call) => call.startsWith('snapshot'))).toHaveLength(3);
  });

  it('that promises more and gives nothing is given up', async () => {
    const { portal, pull } = setUp(3);
    await pull();
    const connector = portal.connector();
    vi.spyOn(portal, 'connector').mockReturnValue({
      ...connector,
      changes: () => Promise.resolve({ ok: true, value: { changes: [], more: true } }),
    });
    expect(await pull()).toEqual({ ok: false, error: { code: 'unexpected_answer' } });
  });

  it.each<ErrorCode>(['offline', 'portal_error', 'not_permitted', 'session_ended'])(
    'passes %s on and keeps its place',
    async (code) => {
      const { cache, portal, pull, total } = setUp(3);
      await pull();
      portal.put(organization, userRecord(3));
      portal.fault = () => ({ code });
      expect(await pull()).toEqual({ ok: false, error: { code } });
      expect(cache.feed.state(organization).position).toBe(3);
      portal.fault = () => null;
      expect(await pull()).toEqual(complete);
      expect(total()).toBe(4);
    },
  );
});

describe('a pull that is to end', () => {
  it('early ends after the page that it works on, and goes on there', async () => {
    const { cache, portal, pull, stop, total } = setUp(2000);
    stop.interrupted = () => true;
    expect(await pull()).toEqual(interrupted);
    expect(total()).toBe(100);
    expect(await pull()).toEqual(interrupted);
    expect(total()).toBe(600);
    stop.interrupted = () => false;
    portal.calls.length = 0;
    expect(await pull()).toEqual(complete);
    const pages = Array.from({ length: 3 }, () => `snapshot ${organization}`);
    expect(portal.calls).toEqual([...pages, `changes ${organization}`]);
    expect(cache.feed.state(organization).position).toBe(2000);
  });

  it('for good writes nothing any more, not even what has just arrived', async () => {
    const { portal, pull, stop, total, cache } = setUp(2000);
    let calls = 0;
    portal.fault = () => {
      calls += 1;
      return null;
    };
    stop.stopped = () => calls >= 2;
    expect(await pull()).toEqual(interrupted);
    expect(total()).toBe(100);
    expect(cache.feed.state(organization).lastSyncedAt).toBeNull();
  });
});
