import { statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Cache } from '../../../src-main/cache/cache.ts';
import { feedWriter, rowsPerCheckpoint } from '../../../src-main/cache/feed/feed-repository.ts';
import { preparedStatements } from '../../../src-main/cache/sqlite.ts';
import { transactionsOf } from '../../../src-main/cache/transactions.ts';
import { roles } from '../../../src-shared/domain/permissions.ts';
import { userStatuses } from '../../../src-shared/domain/statuses.ts';
import type { Change, FeedRecord } from '../../../src-shared/portal-api/changes.ts';
import { crowd } from './crowd.ts';
import { invitationsPage, requestsPage, usersPage } from './page-inputs.ts';
import {
  accessRequest,
  invitation,
  moment,
  organizationId,
  otherOrganizationId,
  put,
  records,
  user,
} from './records.ts';
import { cacheFileIn, databaseOf, load, migratedDatabase, temporaryCache, temporaryFolder } from './temporary-cache.ts';

/** Everything that screens can see of the organization. */
const seen = (cache: Cache) => ({
  users: usersPage(cache, { limit: 200 }).rows,
  found: usersPage(cache, { search: 'last', limit: 200 }).total,
  revoked: usersPage(cache, { statuses: ['revoked'], limit: 200 }).total,
  invitations: invitationsPage(cache).rows,
  requests: requestsPage(cache).rows,
  counts: cache.people.userCounts(organizationId),
});

/** Fails when a search index does not say what its table does. */
function checkIndexes(file: string): void {
  const database = databaseOf(file);
  for (const table of ['user', 'invitation', 'access_request']) {
    database.exec(`insert into ${table}_search (${table}_search, rank) values ('integrity-check', 1)`);
    const counted = database
      .prepare(`select coalesce(sum(amount), 0) from people_count where kind = ?`)
      .pluck()
      .get(table);
    expect(counted).toBe(database.prepare(`select count(*) from ${table}`).pluck().get());
  }
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.close();
}

const recordArbitrary = fc
  .record({
    n: fc.integer({ min: 1, max: 8 }),
    version: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom('user', 'invitation', 'access-request'),
    role: fc.constantFrom(...roles),
    status: fc.constantFrom(...userStatuses),
  })
  .map(({ n, version, kind, role, status }): FeedRecord => {
    const firstName = `First${version}`;
    if (kind === 'user') return records.user(user(n, { version, firstName, role, status }));
    if (kind === 'invitation') return records.invitation(invitation(n, { version, firstName, role }));
    return records.accessRequest(accessRequest(n, { version, firstName }));
  });

const changesArbitrary = fc
  .array(fc.record({ record: recordArbitrary, isDelete: fc.boolean() }), { minLength: 1, maxLength: 30 })
  .map((steps) =>
    steps.map(({ record, isDelete }, place): Change => {
      const position = place + 1;
      if (!isDelete || record.kind === 'organization') return put(position, record);
      return { position, change: { op: 'delete', kind: record.kind, id: record.entity.id } };
    }),
  );

describe('a first load', () => {
  it('is seen page by page, tells how far it is, and ends with the position of its beginning', () => {
    const { cache } = temporaryCache();
    expect(cache.feed.state(organizationId)).toEqual({ position: null, snapshot: null, lastSyncedAt: null });
    cache.feed.applySnapshotPage(organizationId, {
      records: [records.user(user(1))],
      next: 'p2',
      position: 40,
      total: 3,
      loaded: 1,
    });
    expect(cache.feed.state(organizationId)).toEqual({
      position: null,
      snapshot: { after: 'p2', position: 40, loaded: 1, total: 3 },
      lastSyncedAt: null,
    });
    expect(usersPage(cache).total).toBe(1);
    cache.feed.applySnapshotPage(organizationId, {
      records: [records.user(user(2))],
      next: 'p3',
      position: 44,
      total: 3,
      loaded: 2,
    });
    expect(cache.feed.state(organizationId).snapshot).toEqual({ after: 'p3', position: 40, loaded: 2, total: 3 });
    cache.feed.applySnapshotPage(organizationId, {
      records: [records.user(user(3))],
      next: null,
      position: 45,
      total: 3,
      loaded: 3,
    });
    expect(cache.feed.state(organizationId)).toEqual({ position: 40, snapshot: null, lastSyncedAt: null });
    expect(usersPage(cache).total).toBe(3);
  });

  it('removes what it did not bring, and keeps what it brought in an older version', () => {
    const { cache, file } = temporaryCache();
    load(
      cache,
      [
        records.user(user(1, { version: 5, firstName: 'Newer' })),
        records.user(user(2)),
        records.invitation(invitation(1)),
        records.invitation(invitation(2)),
        records.accessRequest(accessRequest(1)),
      ],
      10,
    );
    cache.feed.restart(organizationId);
    expect(cache.feed.state(organizationId)).toMatchObject({ position: null, snapshot: null });
    expect(usersPage(cache).total).toBe(2);
    load(cache, [records.user(user(1, { version: 4, firstName: 'Older' })), records.invitation(invitation(2))], 11);
    expect(usersPage(cache).rows).toMatchObject([{ id: user(1).id, firstName: 'Newer', version: 5 }]);
    expect(usersPage(cache, { search: 'first2' }).total).toBe(0);
    expect(invitationsPage(cache).rows.map(({ id }) => id)).toEqual([invitation(2).id]);
    expect(requestsPage(cache).total).toBe(0);
    checkIndexes(file);
  });

  it('that brings nothing leaves nothing, and leaves other organizations alone', () => {
    const { cache, file } = temporaryCache();
    for (const alone of [true, false]) {
      load(cache, [...crowd(20), records.invitation(invitation(1))]);
      if (!alone) load(cache, [records.user(user(1))], 3, otherOrganizationId);
      cache.feed.restart(organizationId);
      load(cache, []);
      expect(seen(cache)).toMatchObject({ users: [], invitations: [], counts: { users: 0 } });
      expect(usersPage(cache, { search: 'example' }).total).toBe(0);
      expect(usersPage(cache, { organizationId: otherOrganizationId }).total).toBe(alone ? 0 : 1);
      checkIndexes(file);
      cache.feed.restart(organizationId);
    }
  });

  it('that is begun again forgets the marks of the one before', () => {
    const { cache } = temporaryCache();
    cache.feed.applySnapshotPage(organizationId, {
      records: [records.user(user(1))],
      next: 'p2',
      position: 1,
      total: 2,
      loaded: 1,
    });
    cache.feed.restart(organizationId);
    load(cache, [records.user(user(2))], 2);
    expect(usersPage(cache).rows.map(({ id }) => id)).toEqual([user(2).id]);
  });

  it('gives the same whether its pages come once, twice or in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(recordArbitrary, { maxLength: 25 }),
        fc.array(recordArbitrary, { maxLength: 25 }),
        fc.array(fc.nat({ max: 24 }), { maxLength: 6 }),
        (before, brought, repeats) => {
          const once = temporaryCache();
          load(once.cache, before);
          once.cache.feed.restart(organizationId);
          load(once.cache, brought, 9);
          const often = temporaryCache();
          load(often.cache, before);
          often.cache.feed.restart(organizationId);
          for (const place of [...brought.keys(), ...repeats]) {
            const record = brought[place];
            const page = {
              records: record === undefined ? [] : [record],
              next: String(place),
              position: 9,
              total: 1,
              loaded: 1,
            };
            often.cache.feed.applySnapshotPage(organizationId, page);
            often.cache.feed.applySnapshotPage(organizationId, page);
          }
          load(often.cache, [], 9);
          expect(seen(often.cache)).toEqual(seen(once.cache));
          checkIndexes(often.file);
        },
      ),
      { numRuns: 15, seed: 1 },
    );
  }, 60_000);
});

describe('the change feed', () => {
  it('needs a first load', () => {
    const { cache } = temporaryCache();
    expect(cache.feed.applyChanges(organizationId, [put(1, records.user(user(1)))])).toBe('gap');
    expect(usersPage(cache).total).toBe(0);
  });

  it('passes over what it had, and refuses a gap without applying anything', () => {
    const { cache } = temporaryCache();
    load(cache, [], 3);
    const change = (position: number): Change => put(position, records.user(user(position)));
    expect(cache.feed.applyChanges(organizationId, [])).toBe('nothing-new');
    expect(cache.feed.applyChanges(organizationId, [change(2), change(3)])).toBe('nothing-new');
    expect(cache.feed.applyChanges(organizationId, [change(5)])).toBe('gap');
    expect(cache.feed.applyChanges(organizationId, [change(4), change(6)])).toBe('gap');
    expect(usersPage(cache).total).toBe(0);
    expect(cache.feed.state(organizationId).position).toBe(3);
    expect(cache.feed.applyChanges(organizationId, [change(3), change(4), change(5)])).toBe('applied');
    expect(usersPage(cache).rows.map(({ id }) => id)).toEqual([user(4).id, user(5).id]);
    expect(cache.feed.state(organizationId).position).toBe(5);
  });

  it('never lets an older version replace a newer one', () => {
    const { cache } = temporaryCache();
    load(cache, [records.user(user(1, { version: 4, firstName: 'Four' }))], 1);
    cache.feed.applyChanges(organizationId, [put(2, records.user(user(1, { version: 3, firstName: 'Three' })))]);
    expect(usersPage(cache).rows).toMatchObject([{ version: 4, firstName: 'Four' }]);
    cache.feed.applyChanges(organizationId, [put(3, records.user(user(1, { version: 5, firstName: 'Five' })))]);
    expect(usersPage(cache, { search: 'five' }).rows).toMatchObject([{ version: 5 }]);
    expect(usersPage(cache, { search: 'four' }).total).toBe(0);
  });

  it('gives the same whether changes come once, again, or in pieces', () => {
    fc.assert(
      fc.property(changesArbitrary, fc.array(fc.nat({ max: 29 }), { maxLength: 5 }), (changes, cuts) => {
        const once = temporaryCache();
        load(once.cache, []);
        expect(once.cache.feed.applyChanges(organizationId, changes)).toBe('applied');
        const often = temporaryCache();
        load(often.cache, []);
        for (const cut of [...cuts.toSorted((one, other) => one - other), changes.length]) {
          // from the beginning each time, as if the answer had been lost
          const answer = often.cache.feed.applyChanges(organizationId, changes.slice(0, cut));
          expect(['applied', 'nothing-new']).toContain(answer);
        }
        expect(seen(often.cache)).toEqual(seen(once.cache));
        expect(often.cache.feed.state(organizationId)).toEqual(once.cache.feed.state(organizationId));
        checkIndexes(often.file);
      }),
      { numRuns: 20, seed: 2 },
    );
  }, 60_000);

  it('leaves the file alone while it writes a first load, until that is worth while and asked for', () => {
    const file = cacheFileIn(temporaryFolder());
    const { database, close } = migratedDatabase(file);
    onTestFinished(close);
    const feed = feedWriter(database, preparedStatements(database), transactionsOf(database));
    const page = crowd(500);
    const size = () => statSync(file).size;
    const before = size();
    for (let loaded = page.length; loaded <= rowsPerCheckpoint; loaded += page.length) {
      feed.checkpointWhenDue();
      expect(size()).toBe(before);
      feed.applySnapshotPage(organizationId, {
        records: page,
        next: String(loaded),
        position: 1,
        total: rowsPerCheckpoint,
        loaded,
      });
    }
    expect(size()).toBe(before);
    feed.checkpointWhenDue();
    const after = size();
    expect(after).toBeGreaterThan(before);
    // everything else moves its own rows, and what a load has left
    const records = crowd(8000);
    const rest = { records, next: null, position: 1, total: records.length, loaded: records.length };
    feed.applySnapshotPage(otherOrganizationId, rest);
    feed.markSynced(otherOrganizationId, moment(1));
    expect(size()).toBeGreaterThan(after);
  }, 60_000);

  it('goes on with a first load only where it stands', () => {
    const { cache } = temporaryCache();
    const page = (first: number, next: string | null) => ({
      records: crowd(first + 5).slice(first),
      next,
      position: 3,
      total: 15,
      loaded: first + 5,
    });
    const state = () => cache.feed.state(organizationId);
    expect(cache.feed.continueSnapshot(organizationId, 'five', page(5, 'ten'))).toBe('overtaken');
    expect(state().snapshot).toBeNull();
    cache.feed.applySnapshotPage(organizationId, page(0, 'five'));
    expect(cache.feed.continueSnapshot(organizationId, 'ten', page(10, null))).toBe('overtaken');
    expect(usersPage(cache).total).toBe(5);
    expect(cache.feed.continueSnapshot(organizationId, 'five', page(5, 'ten'))).toBe('applied');
    // told a second time, because the first answer was lost
    expect(cache.feed.continueSnapshot(organizationId, 'five', page(5, 'ten'))).toBe('overtaken');
    expect(state().snapshot).toMatchObject({ after: 'ten', loaded: 10 });
    expect(cache.feed.continueSnapshot(organizationId, 'ten', page(10, null))).toBe('applied');
    expect(state()).toMatchObject({ position: 3, snapshot: null });
    expect(usersPage(cache).total).toBe(15);
    expect(cache.feed.continueSnapshot(organizationId, 'ten', page(10, null))).toBe('overtaken');
  });

  it('says when the portal was asked last', () => {
    const { cache } = temporaryCache();
    cache.feed.markSynced(organizationId, moment(5));
    expect(cache.feed.state(organizationId).lastSyncedAt).toBe(moment(5));
    expect(usersPage(cache).asOf).toBe(moment(5));
    cache.feed.restart(organizationId);
    expect(cache.feed.state(organizationId).lastSyncedAt).toBe(moment(5));
  });
});
