import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let ann: Member;
let bob: Member;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  ann = await people.addAdministrator();
  bob = await people.addAdministrator();
});

const revoke = (member: Member): Intent => ({
  kind: 'revoke-user',
  subjectId: member.userId,
  payload: { reason: null },
});
const demote = (member: Member): Intent => ({
  kind: 'edit-role-and-permissions',
  subjectId: member.userId,
  payload: { role: 'user', permissions: ['eligibility'] },
});

describe('two administrators', () => {
  it('who decide one request: the second learns who was first, when, and what', async () => {
    const { requestId } = await people.addRequester();
    await people.outcomeOf(ann, { kind: 'deny-access-request', subjectId: requestId, payload: { reason: 'No' } });
    const deniedAt = people.context.chance.now().toISOString();
    people.context.chance.advance(60_000);
    const payload = { role: 'user', permissions: [] } as const;
    const late: Intent = {
      kind: 'approve-access-request',
      subjectId: requestId,
      payload: { ...payload, permissions: [] },
    };
    expect(await people.outcomeOf(bob, late)).toMatchObject({
      status: 'refused',
      error: { code: 'version_conflict', changedBy: ann.caller.name, changedAt: deniedAt, currentStatus: 'denied' },
    });
  });

  it('who decide one request at the same time: one decides, the other learns of it', async () => {
    const { requestId } = await people.addRequester();
    const deny: Intent = { kind: 'deny-access-request', subjectId: requestId, payload: { reason: 'No' } };
    const approve: Intent = {
      kind: 'approve-access-request',
      subjectId: requestId,
      payload: { role: 'user', permissions: [] },
    };
    const outcomes = await Promise.all([people.outcomeOf(ann, deny), people.outcomeOf(bob, approve)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['applied', 'refused']);
  });

  it('who change one user: the one who had not seen the other change is refused', async () => {
    const user = await people.addMember();
    await people.outcomeOf(ann, { kind: 'make-admin', subjectId: user.userId, payload: {} });
    expect(await people.outcomeOf(bob, revoke(user), 1)).toMatchObject({
      error: { code: 'version_conflict', changedBy: ann.caller.name, currentStatus: 'active' },
    });
    expect(await people.outcomeOf(bob, revoke(user), 2)).toMatchObject({ status: 'applied', version: 3 });
  });

  it('of whom one decided on a version that does not exist yet', async () => {
    const user = await people.addMember();
    expect(await people.outcomeOf(ann, revoke(user), 9)).toMatchObject({ error: { code: 'version_conflict' } });
  });

  it('says who did it when a step is not possible any more', async () => {
    const user = await people.addMember();
    await people.outcomeOf(ann, revoke(user));
    expect(await people.outcomeOf(bob, revoke(user), 2)).toMatchObject({
      error: { code: 'illegal_transition', changedBy: ann.caller.name, currentStatus: 'revoked' },
    });
  });
});

describe('the last administrator', () => {
  beforeEach(async () => {
    await people.outcomeOf(ann, revoke(bob));
  });

  it.each([
    ['is not revoked, not even by themselves', revoke],
    ['is not demoted, not even by themselves', demote],
  ])('%s', async (_name, intentFor) => {
    expect(await people.outcomeOf(ann, intentFor(ann))).toMatchObject({ error: { code: 'last_administrator' } });
  });

  it('may keep the seat in an edit', async () => {
    const intent: Intent = {
      kind: 'edit-role-and-permissions',
      subjectId: ann.userId,
      payload: { role: 'administrator', permissions: [] },
    };
    expect(await people.outcomeOf(ann, intent)).toMatchObject({ status: 'applied' });
  });

  it('may go once there is another', async () => {
    await people.outcomeOf(ann, { kind: 'restore-user', subjectId: bob.userId, payload: {} }, 2);
    expect(await people.outcomeOf(ann, demote(ann))).toMatchObject({ status: 'applied' });
  });

  it.each([
    ['revoke', revoke],
    ['demote', demote],
  ])('remains when two %s each other at once', async (_name, intentFor) => {
    await people.outcomeOf(ann, { kind: 'restore-user', subjectId: bob.userId, payload: {} }, 2);
    const results = await Promise.all([people.submit(ann, intentFor(bob), 3), people.submit(bob, intentFor(ann), 1)]);
    const won = results.filter((result) => result.ok && result.value.status === 'applied');
    expect(won).toHaveLength(1);
    const seats = await opened.database
      .selectFrom('membership')
      .select('account_id')
      .where('organization_id', '=', people.organizationId)
      .where('role', '=', 'administrator')
      .where('status', '=', 'active')
      .execute();
    expect(seats).toHaveLength(1);
  });
});
