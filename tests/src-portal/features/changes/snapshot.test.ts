import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordKinds, type FeedRecord } from '../../../../src-shared/portal-api/changes.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { readSnapshot } from '../../../../src-portal/features/changes/read-snapshot.ts';
import { formatCursor } from '../../../../src-portal/features/changes/snapshot-cursor.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let administrator: Member;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
});

const read = (member: Member, query: { after?: string; limit?: number } = {}) =>
  readSnapshot(people.context, member.caller, people.organizationId, { limit: 1000, ...query });

async function readAll(limit: number) {
  const records: FeedRecord[] = [];
  const totals = new Set<number>();
  let after: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const page = await read(administrator, { limit, ...(after !== undefined && { after }) });
    if (!page.ok) throw new Error(page.error.code);
    records.push(...page.value.records);
    totals.add(page.value.total);
    if (page.value.next === null) return { records, totals: [...totals], pages };
    after = page.value.next;
  }
}

async function fill(): Promise<void> {
  for (let place = 0; place < 4; place += 1) {
    await people.addMember();
    await people.addRequester();
    await people.addInvitation();
  }
  await people.addMember({ status: 'revoked' });
  await people.addMember({ status: 'denied' });
  const elsewhere = await people.addOrganization();
  await people.addRequester(elsewhere);
  await people.addInvitation({ organization_id: elsewhere });
}

describe('readSnapshot', () => {
  it.each([1, 2, 3, 7, 1000])('shows each record once, by kind and id, in pages of %d', async (limit) => {
    await fill();
    const { records, totals, pages } = await readAll(limit);
    expect(records.map((record) => record.kind)).toEqual([
      'organization',
      ...Array.from({ length: 10 }, () => 'user'),
      ...Array.from({ length: 4 }, () => 'invitation'),
      ...Array.from({ length: 4 }, () => 'access-request'),
    ]);
    expect(totals).toEqual([records.length]);
    expect(pages).toBe(Math.ceil(records.length / limit));
    const keys = records.map((record) => `${recordKinds.indexOf(record.kind)} ${record.entity.id}`);
    expect(keys).toEqual([...new Set(keys)].toSorted());
  });

  it('keeps the position and total of the first page to the last', async () => {
    const user = await people.addMember();
    const first = await read(administrator, { limit: 1 });
    await people.outcomeOf(administrator, { kind: 'make-admin', subjectId: user.userId, payload: {} });
    await people.addMember();
    if (!first.ok || first.value.next === null) throw new Error('There is a second page');
    expect(first.value).toMatchObject({ position: 0, total: 3 });
    expect(await read(administrator, { after: first.value.next })).toMatchObject({
      value: { position: 0, total: 3, records: [{}, {}, {}] },
    });
    expect(await read(administrator)).toMatchObject({ value: { position: 1, total: 4 } });
  });

  it('shows no more of the tax ID than its last four digits', async () => {
    const snapshot = await read(administrator, { limit: 1 });
    expect(snapshot).toMatchObject({ value: { records: [{ entity: { taxIdLastFour: '5678' } }] } });
    expect(JSON.stringify(snapshot)).not.toContain('042345678');
  });

  it('shows a manager the people, and everybody else the organization alone', async () => {
    await fill();
    const manager = await people.addMember({ permissions: ['manage-users'] });
    const clerk = await people.addMember({ permissions: ['eligibility', 'remittances'] });
    expect(await read(manager)).toMatchObject({ value: { total: 21 } });
    expect(await read(clerk)).toMatchObject({
      value: { total: 1, next: null, records: [{ kind: 'organization' }] },
    });
  });

  it('lets nobody page on who has lost the view of the people', async () => {
    const manager = await people.addMember({ permissions: ['manage-users'] });
    const first = await read(manager, { limit: 1 });
    if (!first.ok || first.value.next === null) throw new Error('There is a second page');
    const payload = { role: 'user', permissions: ['eligibility'] } as const;
    await people.outcomeOf(administrator, {
      kind: 'edit-role-and-permissions',
      subjectId: manager.userId,
      payload: { role: payload.role, permissions: [...payload.permissions] },
    });
    expect(await read(manager, { after: first.value.next })).toEqual({ ok: false, error: { code: 'feed_truncated' } });
    expect(await read(manager)).toMatchObject({ value: { total: 1 } });
  });

  it.each(['pending', 'denied', 'revoked'] as const)('is not for a %s member', async (status) => {
    const member = await people.addMember({ status, role: 'administrator' });
    expect(await read(member)).toEqual({ ok: false, error: { code: 'not_permitted' } });
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1,2,"user"]').toString('base64url'), 'A'.repeat(200)])(
    'refuses the cursor %j',
    async (after) => {
      expect(await read(administrator, { after })).toMatchObject({
        error: { code: 'invalid_input', fields: [{ path: 'after' }] },
      });
    },
  );

  it('has to begin anew when the feed no longer reaches back to its first page', async () => {
    const after = formatCursor({ position: 3, total: 9, kind: 'user', id: administrator.userId });
    await opened.database
      .updateTable('organization')
      .set({ feed_floor: 4, feed_position: 9 })
      .where('id', '=', people.organizationId)
      .execute();
    expect(await read(administrator, { after })).toEqual({ ok: false, error: { code: 'feed_truncated' } });
  });

  it('finds its pages by an index', async () => {
    const plan = await opened.database.transaction().execute(async (transaction) => {
      await sql`set local enable_seqscan = off`.execute(transaction);
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
        select id from membership where organization_id = ${people.organizationId} and id > ${administrator.userId}
        and status != 'denied' order by id limit 5000`.execute(transaction);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('membership_by_organization');
    expect(plan).not.toContain('Sort');
  });
});
