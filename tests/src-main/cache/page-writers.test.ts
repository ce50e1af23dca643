import fs from 'node:fs';
import { setImmediate as yieldNow } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Cache, PageWriter } from '../../../src-main/cache/cache.ts';
import { openCache } from '../../../src-main/cache/open-cache.ts';
import { bundleChildren, type Children } from '../../torture/support/bundle-children.ts';
import { crowd } from './crowd.ts';
import { usersPage } from './page-inputs.ts';
import { account, command, intents, linkedAccount, organization, organizationId } from './records.ts';
import { cacheFileIn, databaseOf, temporaryFolder, testKey } from './temporary-cache.ts';

let programs: Children;
beforeAll(async () => {
  programs = await bundleChildren(new URL('../../../src-main/cache/feed/page-thread.ts', import.meta.url));
}, 60_000);
afterAll(() => {
  programs.remove();
});

const users = crowd(3000);
const perPage = 100;
const cursor = (loaded: number): string => String(loaded);

function openWith(pageThread: string | undefined): { cache: Cache; file: string } {
  const file = cacheFileIn(temporaryFolder());
  const opened = openCache({ file, key: testKey, ...(pageThread === undefined ? {} : { pageThread }) });
  if (!opened.ok) throw new Error(opened.error.code);
  const cache = opened.value;
  onTestFinished(() => {
    cache.close();
  });
  cache.accounts.save(account(1), 'https://portal.example');
  cache.accounts.saveLinkedAccounts(account(1).id, [linkedAccount(1, organization(1))]);
  const loaded = perPage;
  const first = { records: users.slice(0, loaded), next: cursor(loaded), position: 7, total: users.length, loaded };
  cache.feed.applySnapshotPage(organizationId, first);
  return { cache, file };
}

const page = (loaded: number, amount = users.length) => ({
  records: users.slice(loaded, loaded + perPage),
  next: loaded + perPage >= amount ? null : cursor(loaded + perPage),
  position: 7,
  total: amount,
  loaded: loaded + perPage,
});

/** All pages from the second one on; answers what was told of each. */
async function writeRest(writer: PageWriter, amount = users.length): Promise<unknown[]> {
  const told: unknown[] = [];
  for (let loaded = perPage; loaded < amount; loaded += perPage) {
    told.push(await writer.write(organizationId, cursor(loaded), page(loaded, amount)));
  }
  return told;
}

const applied = { ok: true, value: 'applied' };
const overtaken = { ok: true, value: 'overtaken' };

describe.each([
  ['on a thread of its own', () => programs.program('page-thread')],
  ['on the caller’s thread', () => undefined],
  ['where the thread cannot be started', () => `${programs.folder}/nothing.mjs`],
])('a page writer %s', (_where, program) => {
  it('writes a first load to its end', async () => {
    const { cache, file } = openWith(program());
    const writer = cache.feed.openPageWriter();
    const told = await writeRest(writer);
    writer.close();
    expect(told).toEqual(told.map(() => applied));
    expect(cache.feed.state(organizationId)).toMatchObject({ position: 7, snapshot: null });
    expect(cache.people.userCounts(organizationId).users).toBe(users.length);
    expect(databaseOf(file).pragma('integrity_check', { simple: true })).toBe('ok');
  }, 30_000);

  it('shows what it has written at once, also to a search that was answered before', async () => {
    const { cache } = openWith(program());
    const found = () => usersPage(cache, { search: 'clinic' }).total;
    const writer = cache.feed.openPageWriter();
    expect(found()).toBe(perPage);
    await writer.write(organizationId, cursor(perPage), page(perPage));
    expect(found()).toBe(2 * perPage);
    writer.close();
  });

  it('writes nothing of a load that has gone on, was begun anew or belongs to an account that is gone', async () => {
    const { cache } = openWith(program());
    const writer = cache.feed.openPageWriter();
    const next = () => writer.write(organizationId, cursor(perPage), page(perPage));
    expect([await next(), await next()]).toEqual([applied, overtaken]);
    cache.feed.restart(organizationId);
    expect(await next()).toEqual(overtaken);
    cache.accounts.remove(account(1).id);
    expect(await next()).toEqual(overtaken);
    writer.close();
    expect(usersPage(cache).total).toBe(0);
  });

  it('lets every decision pass that is made meanwhile', async () => {
    const { cache } = openWith(program());
    const writer = cache.feed.openPageWriter();
    let decided = 0;
    let isLoaded = false;
    const loading = writeRest(writer).then(() => (isLoaded = true));
    for (; decided < perPage && !isLoaded; decided += 1) {
      const revoke = command(decided, intents.revoke(decided));
      expect(cache.outbox.enqueue(account(1).id, organizationId, [revoke])).toEqual({ ok: true, value: undefined });
      await yieldNow();
    }
    await loading;
    writer.close();
    expect(decided).toBeGreaterThan(0);
    expect(cache.outbox.counts(account(1).id).waiting).toBe(decided);
    expect(cache.people.userCounts(organizationId).users).toBe(users.length);
  }, 30_000);

  it('says when the disk has lost what was there, and that nothing of the page was kept', async () => {
    const { cache, file } = openWith(program());
    const writer = cache.feed.openPageWriter();
    // with the log moved into the file, which is then damaged behind its first page
    databaseOf(file).pragma('wal_checkpoint(truncate)');
    fs.writeFileSync(file, fs.readFileSync(file).fill(7, 4096));
    const told = await writer.write(organizationId, cursor(perPage), page(perPage));
    writer.close();
    expect(told).toEqual({ ok: false, error: { code: 'storage_failed' } });
  });

  it('is done with what it has when the cache is closed', async () => {
    const { cache, file } = openWith(program());
    const writer = cache.feed.openPageWriter();
    const told = writer.write(organizationId, cursor(perPage), page(perPage));
    cache.close();
    expect(await told).toMatchObject({ ok: true });
    expect(await writer.write(organizationId, cursor(perPage), page(perPage))).toEqual(overtaken);
    writer.close();
    expect(databaseOf(file).pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

it('several writers share a thread, which ends with the last of them', async () => {
  const { cache } = openWith(programs.program('page-thread'));
  const [one, other] = [cache.feed.openPageWriter(), cache.feed.openPageWriter()];
  const told = [
    one.write(organizationId, cursor(perPage), page(perPage)),
    other.write(organizationId, cursor(2 * perPage), page(2 * perPage)),
  ];
  expect(await Promise.all(told)).toEqual([applied, applied]);
  one.close();
  one.close();
  expect(await other.write(organizationId, cursor(3 * perPage), page(3 * perPage))).toEqual(applied);
  other.close();
  const again = cache.feed.openPageWriter();
  expect(await again.write(organizationId, cursor(4 * perPage), page(4 * perPage))).toEqual(applied);
  again.close();
});
