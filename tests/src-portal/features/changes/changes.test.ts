import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import { changeRoutes } from '../../../../src-shared/portal-api/changes.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { appendDeletion } from '../../../../src-portal/features/changes/append-change.ts';
import { readChanges } from '../../../../src-portal/features/changes/read-changes.ts';
import { feedKeptMs, truncateFeed, truncateFeeds } from '../../../../src-portal/features/changes/truncate-feed.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let administrator: Member;
let user: Member;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
  user = await people.addMember();
});

const read = (member: Member, after: number, limit = 500) =>
  readChanges(people.context, member.caller, people.organizationId, { after, limit });
const edit = (subject: Member, permissions: ('eligibility' | 'manage-users')[]): Intent => ({
  kind: 'edit-role-and-permissions',
  subjectId: subject.userId,
  payload: { role: 'user', permissions },
});

/** So many edits of one user, each one change. */
async function edits(count: number): Promise<void> {
  const { version } = await opened.database
    .selectFrom('membership')
    .select('version')
    .where('id', '=', user.userId)
    .executeTakeFirstOrThrow();
  for (let step = 0; step < count; step += 1) {
    expect(await people.outcomeOf(administrator, edit(user, ['eligibility']), version + step)).toMatchObject({
      status: 'applied',
    });
  }
}

const positions = (result: Awaited<ReturnType<typeof read>>) =>
  result.ok ? result.value.changes.map((change) => change.position) : result.error.code;

describe('readChanges', () => {
  it('answers what came after a position, in order, and whether there is more', async () => {
    await edits(5);
    expect(positions(await read(administrator, 0))).toEqual([1, 2, 3, 4, 5]);
    expect(await read(administrator, 1, 3)).toMatchObject({
      value: { changes: [{ position: 2 }, { position: 3 }, { position: 4 }], more: true },
    });
    expect(await read(administrator, 2, 3)).toMatchObject({ value: { more: false } });
    expect(await read(administrator, 5)).toEqual({ ok: true, value: { changes: [], more: false } });
  });

  it('answers what the contract promises, puts and deletions', async () => {
    await edits(1);
    const id = people.context.chance.newId();
    await opened.database
      .transaction()
      .execute((transaction) => appendDeletion(transaction, people.context, people.organizationId, 'user', id));
    const result = await read(administrator, 0);
    if (!result.ok) throw new Error(result.error.code);
    expect(changeRoutes.changes.answer.parse(result.value)).toEqual(result.value);
    expect(result.value.changes).toMatchObject([
      { change: { op: 'put', record: { kind: 'user', entity: { id: user.userId, version: 2 } } } },
      { change: { op: 'delete', kind: 'user', id } },
    ]);
  });

  it('shows the organization in place of each person to somebody who may not see people, without a gap', async () => {
    const clerk = await people.addMember();
    await edits(3);
    const result = await read(clerk, 1);
    expect(positions(result)).toEqual([2, 3]);
    expect(JSON.stringify(result)).not.toContain(user.email);
    expect(result).toMatchObject({
      value: { changes: [{ change: { op: 'put', record: { kind: 'organization' } } }, {}] },
    });
  });

  it.each(['pending', 'denied', 'revoked'] as const)('is not for a %s member', async (status) => {
    const member = await people.addMember({ status, role: 'administrator' });
    expect(await read(member, 0)).toEqual({ ok: false, error: { code: 'not_permitted' } });
  });

  it('sends somebody to a fresh snapshot whose view of the people begins or ends', async () => {
    const clerk = await people.addMember();
    await edits(2);
    const { accountId } = clerk;
    expect(await people.outcomeOf(administrator, edit(clerk, ['manage-users']))).toMatchObject({ position: 3 });
    expect(positions(await read(clerk, 2))).toBe('feed_truncated');
    expect(positions(await read(clerk, 3))).toEqual([]);
    expect(await people.outcomeOf(administrator, edit(clerk, ['manage-users', 'eligibility']), 2)).toMatchObject({
      position: 4,
    });
    expect(positions(await read(clerk, 3))).toEqual([4]);
    expect(await people.outcomeOf(administrator, edit(clerk, ['eligibility']), 3)).toMatchObject({ position: 5 });
    expect(positions(await read(clerk, 4))).toBe('feed_truncated');
    expect(positions(await read({ ...clerk, accountId }, 5))).toEqual([]);
  });

  it('sends somebody to a fresh snapshot who comes from a future that the portal has lost', async () => {
    await edits(2);
    expect(positions(await read(administrator, 3))).toBe('feed_truncated');
  });
});

describe('truncateFeed', () => {
  it('forgets what is older, and says so to those who come from before', async () => {
    await edits(2);
    people.context.chance.advance(60_000);
    const keepFrom = people.context.chance.now();
    await edits(2);
    expect(await truncateFeed(people.context, people.organizationId, keepFrom)).toBe(2);
    expect(await read(administrator, 1)).toEqual({ ok: false, error: { code: 'feed_truncated' } });
    expect(positions(await read(administrator, 2))).toEqual([3, 4]);
  });

  it('changes nothing when nothing is old, and keeps an earlier floor', async () => {
    await edits(1);
    people.context.chance.advance(1);
    expect(await truncateFeed(people.context, people.organizationId, people.context.chance.now())).toBe(1);
    expect(await truncateFeed(people.context, people.organizationId, people.context.chance.now())).toBe(1);
    expect(positions(await read(administrator, 1))).toEqual([]);
  });

  it('lets positions grow on where they were', async () => {
    await edits(2);
    people.context.chance.advance(1);
    await truncateFeed(people.context, people.organizationId, people.context.chance.now());
    await edits(1);
    expect(positions(await read(administrator, 2))).toEqual([3]);
  });

  it('does so for every organization that holds changes of more than ninety days ago', async () => {
    await opened.database.deleteFrom('change').execute();
    await edits(2);
    people.context.chance.advance(feedKeptMs);
    expect(await truncateFeeds(people.context)).toBe(0);
    people.context.chance.advance(1);
    expect(await truncateFeeds(people.context)).toBe(1);
    expect(positions(await read(administrator, 1))).toBe('feed_truncated');
  });
});
