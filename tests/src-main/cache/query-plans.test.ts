import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageSql } from '../../../src-main/cache/people/find-people.ts';
import {
  newestInvitationsFirst,
  newestRequestsFirst,
  userOrder,
} from '../../../src-main/cache/people/people-orders.ts';
import { userSortColumns } from '../../../src-shared/ipc/people.ts';
import { migratedDatabase } from './temporary-cache.ts';

const orders = [
  ...userSortColumns.flatMap((column) => [
    userOrder({ column, direction: 'ascending' }),
    userOrder({ column, direction: 'descending' }),
  ]),
  newestInvitationsFirst,
  newestRequestsFirst,
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-desk-plans-'));
const { database, close } = migratedDatabase(path.join(folder, 'cache.db'));
afterAll(() => {
  close();
  fs.rmSync(folder, { recursive: true, force: true });
});

function plan(sql: string): string[] {
  const names = new Set([...sql.matchAll(/:(\w+)/gu)].map(([, name = '']) => name));
  const binding = Object.fromEntries([...names].map((name) => [name, null]));
  return database
    .prepare<[Record<string, null>], { detail: string }>(`explain query plan ${sql}`)
    .all(binding)
    .map(({ detail }) => detail);
}

describe('the plan of a page', () => {
  it.each(orders)('walks $index in its order, $direction', (order) => {
    const seek = `${order.index} (organization=?`;
    const beyond = order.direction === 'ascending' ? '>' : '<';
    const row = `rowid${beyond}?)`;
    expect(plan(pageSql(order, 'all', false))).toEqual([`SEARCH p USING COVERING INDEX ${seek})`]);
    expect(plan(pageSql(order, 'test', false))[0]).toBe(`SEARCH p USING INDEX ${seek})`);
    expect(plan(pageSql(order, 'set', false))[0]).toBe(`SEARCH p USING COVERING INDEX ${seek})`);
    // a cursor is sought, not walked to
    expect(plan(pageSql(order, 'all', true))).toEqual([
      'MERGE (UNION ALL)',
      'LEFT',
      `SEARCH p USING COVERING INDEX ${seek} AND ${order.column}=? AND ${row}`,
      'RIGHT',
      `SEARCH p USING COVERING INDEX ${seek} AND ${order.column}${beyond}?)`,
    ]);
    expect(plan(pageSql(order, 'test', true))).toContain(
      `SEARCH p USING INDEX ${seek} AND ${order.column}=? AND ${row}`,
    );
    expect(plan(pageSql(order, 'set', true))[0]).toBe(
      `SEARCH p USING COVERING INDEX ${seek} AND ${order.column}${beyond}?)`,
    );
    for (const way of ['all', 'test', 'set'] as const) {
      for (const continued of [true, false]) {
        expect(plan(pageSql(order, way, continued)).join('\n')).not.toMatch(/TEMP B-TREE|SCAN p\b/u);
      }
    }
  });

  it.each(orders)('reads only the hits of $table when they are few', (order) => {
    const steps = plan(pageSql(order, 'hits', true));
    expect(steps).toEqual([
      expect.stringMatching(new RegExp(`^SCAN ${order.table}_search VIRTUAL TABLE INDEX`, 'u')),
      'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ]);
  });
});

describe('the plans of the outbox', () => {
  it.each([
    [
      'outbox_to_send',
      `select * from outbox where account_id = :a and organization_id = :o and state in ('waiting', 'sending') order by sequence limit 1`,
    ],
    [
      'outbox_by_subject',
      `select base_version from outbox where organization_id = :o and subject_id = :s and state <> 'refused' order by sequence desc limit 1`,
    ],
    ['outbox_by_account', 'select state, count(*) from outbox where account_id = :a group by state'],
    [
      'outbox_acknowledged',
      `delete from outbox where organization_id = :o and state = 'acknowledged' and position <= :p`,
    ],
    [
      'outbox_invitations',
      `select * from outbox where organization_id = :o and kind = 'invite-user' order by sequence desc`,
    ],
  ])('use %s', (index, sql) => {
    const steps = plan(sql);
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatch(new RegExp(`^SEARCH outbox USING (COVERING )?INDEX ${index} `, 'u'));
  });
});
