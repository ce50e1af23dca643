import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesTerms, searchableWords, searchTerms } from '../../../src-main/cache/fold-text.ts';
import { nameKey } from '../../../src-main/cache/people/user-table.ts';
import { roles } from '../../../src-shared/domain/permissions.ts';
import { userStatuses } from '../../../src-shared/domain/statuses.ts';
import { userSchema, type User } from '../../../src-shared/domain/user.ts';
import { userSortColumns } from '../../../src-shared/ipc/people.ts';
import { anyText } from './any-text.ts';
import { crowd } from './crowd.ts';
import { allPages, usersInput, usersPage } from './page-inputs.ts';
import { moment, organizationId, otherOrganizationId, records, user } from './records.ts';
import { load, temporaryCache } from './temporary-cache.ts';

const names = ['Anna', 'anna', 'Ångström', 'Angstrom', "O'Brien", 'de Luca', 'Zoë', 'Berg', 'Bergmann', '李', 'Ю'];

const userArbitrary = fc.record({
  firstName: fc.constantFrom(...names),
  lastName: fc.constantFrom(...names),
  domain: fc.constantFrom('clinic.example', 'berg.example'),
  role: fc.constantFrom(...roles),
  status: fc.constantFrom(...userStatuses),
});

const usersArbitrary = fc
  .array(userArbitrary, { minLength: 0, maxLength: 40 })
  .map((people) =>
    people.map(({ domain, ...person }, n): User => user(n, { ...person, email: `p${n % 7}x${n}@${domain}` })),
  );

const inputArbitrary = fc.record({
  search: fc.constantFrom(
    '',
    'a',
    'an',
    'anna',
    'berg',
    'ang',
    'obrien',
    'clinic an',
    'p3',
    'zz',
    'luca de',
    '李',
    'ю',
  ),
  roles: fc.subarray([...roles]),
  statuses: fc.subarray([...userStatuses]),
  sort: fc.record({
    column: fc.constantFrom(...userSortColumns),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
});

const sortKey = {
  name: (one: User) => nameKey(one.lastName, one.firstName),
  email: (one: User) => one.email,
  role: (one: User) => one.role,
  status: (one: User) => one.status,
};
const compare = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** What a page is, said as plainly as can be. */
function expected(users: readonly User[], input: ReturnType<typeof usersInput>): User[] {
  const order = input.sort.direction === 'ascending' ? 1 : -1;
  const key = sortKey[input.sort.column];
  return users
    .filter(({ role }) => input.roles.length === 0 || input.roles.includes(role))
    .filter(({ status }) => input.statuses.length === 0 || input.statuses.includes(status))
    .filter(({ firstName, lastName, email }) =>
      matchesTerms(searchableWords([firstName, lastName, email]), searchTerms(input.search)),
    )
    .toSorted((one, other) => order * (compare(key(one), key(other)) || compare(one.id, other.id)));
}

describe('a page of users', () => {
  it('gives back what the portal told', () => {
    const { cache } = temporaryCache();
    const told = user(1, { permissions: [], lastSignInAt: moment(5), changedBy: 'Anna Berg', status: 'revoked' });
    load(cache, [records.user(told)]);
    const page = usersPage(cache);
    expect(page).toEqual({ rows: [{ ...told, pending: [] }], next: null, total: 1, asOf: null });
    expect(userSchema.parse(page.rows[0])).toEqual(told);
  });

  it('is empty for an organization that nothing is known of', () => {
    const { cache } = temporaryCache();
    expect(usersPage(cache, { search: 'anna' })).toEqual({ rows: [], next: null, total: 0, asOf: null });
    expect(cache.people.userCounts(organizationId).users).toBe(0);
  });

  it('keeps organizations apart', () => {
    const { cache } = temporaryCache();
    load(cache, [records.user(user(1, { firstName: 'Same' })), records.user(user(2, { firstName: 'Same' }))]);
    load(
      cache,
      [records.user(user(1, { firstName: 'Same', organizationId: otherOrganizationId }))],
      0,
      otherOrganizationId,
    );
    expect(usersPage(cache, { search: 'same' }).total).toBe(2);
    expect(usersPage(cache, { search: 'same', organizationId: otherOrganizationId }).rows).toMatchObject([
      { organizationId: otherOrganizationId, firstName: 'Same' },
    ]);
  });

  it('brings every row exactly once, in order, under every sort, filter and search', () => {
    fc.assert(
      fc.property(
        usersArbitrary,
        fc.array(inputArbitrary, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (users, inputs, limit) => {
          const { cache } = temporaryCache();
          load(cache, users.map(records.user));
          for (const change of inputs) {
            const wanted = expected(users, usersInput(change)).map(({ id }) => id);
            const rows = allPages((after) => {
              const page = usersPage(cache, { ...change, after, limit });
              expect(page.total).toBe(wanted.length);
              expect(page.rows.length).toBeLessThanOrEqual(limit);
              return page;
            });
            expect(rows.map(({ id }) => id)).toEqual(wanted);
          }
        },
      ),
      { numRuns: 25, seed: 1 },
    );
  }, 60_000);

  it.each(['ascending', 'descending'] as const)(
    'brings every row of a crowd once, whichever way it is found, %s',
    (direction) => {
      const { cache } = temporaryCache();
      const people = crowd(2000);
      load(cache, people);
      const users = people.flatMap((record) => (record.kind === 'user' ? [record.entity] : []));
      for (const column of userSortColumns) {
        // nearly all, most, some, few
        for (const search of ['example', 'ber', 'smi', 'smijo']) {
          const input = usersInput({
            search,
            statuses: ['active', 'pending'],
            sort: { column, direction },
            limit: 200,
          });
          const rows = allPages((after) => cache.people.usersPage({ ...input, after }));
          const wanted = expected(users, input).map(({ id }) => id);
          expect(wanted.length).toBeGreaterThan(0);
          expect(rows.map(({ id }) => id)).toEqual(wanted);
          const jumped = cache.people.usersPage({ ...input, skip: Math.floor(wanted.length / 2), limit: 10 });
          expect(jumped.rows.map(({ id }) => id)).toEqual(wanted.slice(Math.floor(wanted.length / 2)).slice(0, 10));
        }
      }
    },
    60_000,
  );

  it('goes on from a row that is no longer there', () => {
    const { cache } = temporaryCache();
    load(
      cache,
      [1, 2, 3].map((n) => records.user(user(n))),
      1,
    );
    const { next } = usersPage(cache, { limit: 2 });
    cache.feed.applyChanges(organizationId, [{ position: 2, change: { op: 'delete', kind: 'user', id: user(2).id } }]);
    expect(usersPage(cache, { after: next }).rows.map(({ id }) => id)).toEqual([user(3).id]);
  });

  it('goes on after names of any length', () => {
    const { cache } = temporaryCache();
    const long = '\u{1d5d4}\ufdfa'.repeat(40);
    load(
      cache,
      [1, 2, 3].map((n) => records.user(user(n, { firstName: long, lastName: long }))),
    );
    const { next, rows } = usersPage(cache, { limit: 1 });
    expect(next?.length).toBeLessThanOrEqual(1000);
    expect(allPages((after) => usersPage(cache, { after, limit: 1 })).map(({ id }) => id)).toEqual(
      [1, 2, 3].map((n) => user(n).id),
    );
    expect(rows[0]?.firstName).toBe(long);
  });

  it.each([
    '',
    'x',
    '[]',
    '["name_key ascending"]',
    '["name_key ascending",{},1]',
    '["email ascending","a",1]',
    'null',
    '{"__proto__":1}',
  ])('throws for the cursor %j', (after) => {
    const { cache } = temporaryCache();
    load(cache, [records.user(user(1))]);
    expect(() => usersPage(cache, { after })).toThrow('cursor');
  });

  it('is never longer than 200 rows', () => {
    const { cache } = temporaryCache();
    load(cache, crowd(250));
    const page = usersPage(cache, { limit: 100_000 });
    expect(page.rows).toHaveLength(200);
    expect(page.next).not.toBeNull();
  });

  it('cannot be broken by what is typed', () => {
    const { cache } = temporaryCache();
    load(cache, crowd(50));
    const hostile = [
      '"',
      '"*',
      'a" OR "b',
      'words:a',
      '^a',
      'a*',
      '(',
      'NEAR(a b)',
      'a AND',
      'NOT a',
      "'; drop table user; --",
      '\u0000',
      '\ue000',
      '%',
      '_',
      '-',
      '{a}',
      '\ud800',
      'a'.repeat(200),
    ];
    for (const search of hostile) expect(usersPage(cache, { search }).total).toBeLessThanOrEqual(50);
    fc.assert(
      fc.property(anyText, (search) => {
        expect(usersPage(cache, { search }).rows.length).toBeLessThanOrEqual(50);
      }),
      { numRuns: 50, seed: 1 },
    );
    expect(usersPage(cache).total).toBe(50);
  }, 60_000);
});

describe('the counts', () => {
  it('follow the changes', () => {
    const { cache } = temporaryCache();
    const administrator = user(1, { role: 'administrator' });
    load(cache, [administrator, user(2), user(3, { role: 'administrator', status: 'revoked' })].map(records.user), 1);
    expect(cache.people.userCounts(organizationId)).toEqual({
      users: 3,
      administrators: 1,
      pendingRequests: 0,
      openInvitations: 0,
    });
    cache.feed.applyChanges(organizationId, [
      { position: 2, change: { op: 'put', record: records.user({ ...administrator, version: 2, role: 'user' }) } },
      { position: 3, change: { op: 'delete', kind: 'user', id: user(2).id } },
    ]);
    expect(cache.people.userCounts(organizationId)).toMatchObject({ users: 2, administrators: 0 });
    expect(usersPage(cache, { roles: ['administrator'] }).total).toBe(1);
  });

  it('of a search are not those of an earlier state', () => {
    const { cache } = temporaryCache();
    load(cache, [records.user(user(1, { firstName: 'Greta' }))], 1);
    expect(usersPage(cache, { search: 'greta' }).total).toBe(1);
    cache.feed.applyChanges(organizationId, [
      { position: 2, change: { op: 'put', record: records.user(user(2, { firstName: 'Greta' })) } },
    ]);
    expect(usersPage(cache, { search: 'greta' }).total).toBe(2);
  });
});
