import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isEncrypted } from '../../../src-main/cache/open-database.ts';
import {
  everyVersion,
  keptRows,
  newestVersion,
  openAsItIs,
  rowsMissing,
  schemaOf,
  schemaOfVersion,
  tablesOf,
  writeOldFile,
} from './old-file.ts';
import { usersPage } from './page-inputs.ts';
import { command, idOf, intents, organizationId, otherOrganizationId, put, records, user } from './records.ts';
import { cacheFileIn, databaseOf, opened, temporaryFolder, testKey } from './temporary-cache.ts';

const me = idOf('account', 1);
const byHand = idOf('account', 2);

function oldFile(version: number): string {
  const file = cacheFileIn(temporaryFolder());
  writeOldFile(file, testKey, version);
  return file;
}

/** What the app shows of an old file after the update; the file stays open until the test ends. */
function updated(version: number) {
  const file = oldFile(version);
  const cache = opened(file);
  return { file, cache };
}

it('every migration in the folder is known, and every version has a file', () => {
  const folder = path.join(import.meta.dirname, '..', '..', '..', 'src-main', 'cache', 'migrations');
  const numbers = fs.readdirSync(folder).map((name) => Number(name.slice(0, 4)));
  expect(numbers.toSorted((one, other) => one - other)).toEqual(everyVersion);
});

describe.each(everyVersion)('a file of version %i', (version) => {
  it('had rows in every table of its time', () => {
    const database = openAsItIs(oldFile(version), testKey);
    expect(database.pragma('user_version', { simple: true })).toBe(version);
    const empty = tablesOf(database).filter(
      (table) => database.prepare(`select count(*) from ${table}`).pluck().get() === 0,
    );
    expect(empty).toEqual([]);
    expect(rowsMissing(database, version)).toEqual([]);
    database.close();
  });

  it('becomes one of the newest, with every row, and stays encrypted', () => {
    const { file, cache } = updated(version);
    cache.close();
    const database = databaseOf(file);
    expect(database.pragma('user_version', { simple: true })).toBe(newestVersion);
    expect(schemaOf(database)).toEqual(schemaOfVersion(newestVersion));
    expect(rowsMissing(database, version)).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(isEncrypted(file)).toBe(true);
  });

  it('still owes what was decided, in its order, and refused and answered commands are what they were', () => {
    const { cache } = updated(version);
    expect(cache.outbox.list(organizationId).map(({ id, state }) => [id, state])).toEqual([
      [idOf('command', 1), 'refused'],
      ...[2, 3, 4, 5, 6, 7].map((n) => [idOf('command', n), 'waiting']),
    ]);
    expect(cache.outbox.counts(me)).toMatchObject({ waiting: 6, needsAttention: 1 });
    expect(cache.outbox.find(idOf('command', 8))?.state).toBe('acknowledged');
    expect(cache.outbox.find(idOf('command', 1))?.error).toMatchObject({
      code: 'version_conflict',
      changedBy: 'Bo Lund',
    });
    // it had left before the update
    expect(cache.outbox.undo(idOf('command', 2))).toEqual({ ok: false, error: { code: 'command_in_flight' } });
    const sent: (number | undefined)[][] = [];
    for (let entry = cache.outbox.next(me, organizationId); entry !== null;) {
      sent.push([Number.parseInt(entry.command.id.slice(-2), 16), entry.command.baseVersion]);
      cache.outbox.markSending(entry.command.id);
      cache.outbox.markApplied(entry.command.id, 5 + sent.length);
      entry = cache.outbox.next(me, organizationId);
    }
    expect(sent).toEqual([
      [2, 1],
      [3, 2],
      [4, 0],
      [5, 1],
      [6, 1],
      [7, 1],
    ]);
    cache.close();
  });

  it('goes on: people are found, decided about, and the feed is followed from where it was', () => {
    const { cache } = updated(version);
    expect(cache.feed.state(organizationId)).toMatchObject({ position: 4, snapshot: null });
    expect(usersPage(cache, { search: 'last3' }).rows.map(({ id }) => id)).toEqual([idOf('user', 3)]);
    expect(cache.people.userCounts(organizationId)).toEqual({
      users: 5,
      administrators: 0,
      pendingRequests: 2,
      openInvitations: 1,
    });
    expect(cache.outbox.enqueue(me, organizationId, [command(99, intents.revoke(3))]).ok).toBe(true);
    expect(cache.outbox.list(organizationId).at(-1)).toMatchObject({ id: idOf('command', 99), state: 'waiting' });
    // the feed brings what command 8 did, which leaves with it
    expect(cache.feed.applyChanges(organizationId, [put(5, records.user(user(4, { version: 2 })))])).toBe('applied');
    expect(cache.outbox.find(idOf('command', 8))).toBeNull();
    expect(cache.accounts.find(me)).toMatchObject({ state: 'signed-in', activeLinkedAccountId: idOf('linked', 1) });
    expect(cache.preferences.get('active-account')).toBe(me);
    cache.close();
  });
});

/** The versions that had what version `first` brought. */
const since = (first: number): number[] => everyVersion.filter((version) => version >= first);

it.each(since(2))('a file of version %i has the practice profile and the answers of the NPI Registry', (version) => {
  const { cache } = updated(version);
  expect(cache.practice.read()).toMatchObject({
    people: [{ lastName: 'Quist' }],
    organizations: [{ name: 'Berg Family Medicine', providerIds: [{ providerId: 'CCA-100772' }] }],
  });
  expect(cache.registry.find('1993999998')?.provider?.name).toBe('Berg Family Medicine');
  cache.close();
});

it.each(since(3))(
  'a file of version %i has the books that are kept by hand, and holds what nobody has recorded yet',
  (version) => {
    const { cache } = updated(version);
    expect(cache.accounts.find(byHand)?.mode).toBe('guided');
    expect(cache.guided.linkedAccounts(byHand).map(({ organization }) => organization.id)).toEqual([
      otherOrganizationId,
    ]);
    expect(cache.guided.records(byHand, null, 0, 10)).toMatchObject({
      total: 2,
      records: [
        { what: 'invite-user', note: 'By telephone' },
        { what: 'registration', reference: 'REF-1' },
      ],
    });
    expect(cache.guided.deadlines(byHand)).toMatchObject([{ kind: 'unused-sign-in', dueOn: '2026-04-01' }]);
    expect(cache.guided.changes(otherOrganizationId, 0, 10)).toMatchObject({
      changes: [{ position: 1 }, { position: 2 }, { position: 3 }, { position: 4 }],
      more: false,
    });
    expect(cache.guided.outcome(idOf('command', 22))).toMatchObject({ status: 'applied', position: 4 });
    expect(cache.outbox.list(otherOrganizationId)).toMatchObject([{ byHand: true }, {}]);
    expect(cache.outbox.next(byHand, otherOrganizationId)?.command.id).toBe(idOf('command', 22));
    cache.close();
  },
);

it.each(since(4))('a file of version %i has the billing agencies, and what its directory has shown', (version) => {
  const { cache } = updated(version);
  expect(cache.agencies.page({ organizationId, limit: 50 }).rows).toMatchObject([
    { name: 'Bay Billing', status: 'active' },
  ]);
  expect(cache.agencies.findListed(me, '01900000-000a-7000-8000-000000000001')?.name).toBe('Bay Billing');
  cache.close();
});

it.each(since(5))('a file of version %i has the unfinished wizards', (version) => {
  const { cache } = updated(version);
  expect(cache.drafts.find('registration cca')).toMatchObject({ stepId: 'practice', answers: { lastName: 'Quist' } });
  expect(cache.drafts.find('link-account cca')?.answers['providerId']).toBe('CCA-100773');
  cache.close();
});

it.each(since(6))('a file of version %i has the health plans', (version) => {
  const { cache } = updated(version);
  expect(cache.healthPlans.find(me)).toMatchObject({ plans: [{ id: 'birch' }], isAgreed: true });
  cache.close();
});

it.each(since(7))('a file of version %i has the documents on their way, bytes and all', (version) => {
  const { cache } = updated(version);
  expect(cache.uploads.all()).toMatchObject([{ name: 'chart.pdf', state: 'paused', sent: 0 }]);
  const bytes = cache.uploads.part(idOf('command', 921), 0);
  expect(Buffer.from(bytes).toString('latin1')).toBe('%PDF-1.7 of bergpractice.example');
  cache.close();
});

it.each(since(8))('a file of version %i has what is wanted of linked accounts', (version) => {
  const { cache } = updated(version);
  expect(cache.wantedPreferences.list(me)).toMatchObject([
    { linkedAccountId: idOf('linked', 1), nickname: 'Main street', isDefault: true, state: 'waiting' },
  ]);
  cache.close();
});

it('the rows of the files are of tables that exist', () => {
  const { file, cache } = updated(newestVersion);
  cache.close();
  expect(tablesOf(databaseOf(file))).toEqual(Object.keys(keptRows()).toSorted());
});
