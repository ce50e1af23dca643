import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { readAccessRequest } from '../../../../src-portal/features/access-requests/read-access-request.ts';
import { readUser } from '../../../../src-portal/features/users/read-user.ts';
import { createPeople, type Member, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
let people: People;
let administrator: Member;
let requester: Awaited<ReturnType<People['addRequester']>>;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

beforeEach(async () => {
  people = await createPeople(opened);
  administrator = await people.addAdministrator();
  requester = await people.addRequester();
  await opened.database.deleteFrom('job').execute();
});

const changes = () =>
  opened.database
    .selectFrom('change')
    .select(['position', 'op', 'kind', 'entity_id'])
    .where('organization_id', '=', people.organizationId)
    .orderBy('position')
    .execute();

it('shows the one who decides what the portal knows of the requester', async () => {
  for (const status of ['active', 'active', 'revoked', 'pending'] as const) {
    const organizationId = await people.addOrganization();
    await people.addMember({ organizationId, accountId: requester.accountId, status });
  }
  expect(await readAccessRequest(opened.database, requester.requestId)).toMatchObject({
    userId: requester.userId,
    email: requester.email,
    status: 'pending',
    evidence: {
      emailVerifiedAt: people.context.chance.now().toISOString(),
      matchedOn: ['taxId'],
      otherOrganizations: 2,
      accountCreatedAt: people.context.chance.now().toISOString(),
    },
  });
});

it('approve: request and user go one version further, both in the feed, and the requester is told', async () => {
  const outcome = await people.outcomeOf(administrator, {
    kind: 'approve-access-request',
    subjectId: requester.requestId,
    payload: { role: 'user', permissions: ['claims-status'] },
  });
  expect(outcome).toMatchObject({ status: 'applied', version: 2, position: 2 });
  expect(await readAccessRequest(opened.database, requester.requestId)).toMatchObject({
    status: 'approved',
    version: 2,
    changedBy: administrator.caller.name,
  });
  expect(await readUser(opened.database, requester.userId)).toMatchObject({
    status: 'active',
    version: 2,
    role: 'user',
    permissions: ['claims-status'],
  });
  expect(await changes()).toEqual([
    { position: 1, op: 'put', kind: 'access-request', entity_id: requester.requestId },
    { position: 2, op: 'put', kind: 'user', entity_id: requester.userId },
  ]);
  expect(await people.emails()).toMatchObject([{ to: requester.email }]);
});

it('approve as an administrator', async () => {
  await people.outcomeOf(administrator, {
    kind: 'approve-access-request',
    subjectId: requester.requestId,
    payload: { role: 'administrator', permissions: [] },
  });
  expect(await readUser(opened.database, requester.userId)).toMatchObject({ role: 'administrator', status: 'active' });
});

it('deny: the pending user leaves the table, and the requester reads why', async () => {
  const reason = 'Please ask for the pediatrics group instead';
  const outcome = await people.outcomeOf(administrator, {
    kind: 'deny-access-request',
    subjectId: requester.requestId,
    payload: { reason },
  });
  expect(outcome).toMatchObject({ status: 'applied', version: 2, position: 2 });
  expect(await readAccessRequest(opened.database, requester.requestId)).toMatchObject({ status: 'denied', reason });
  expect(await changes()).toEqual([
    { position: 1, op: 'put', kind: 'access-request', entity_id: requester.requestId },
    { position: 2, op: 'delete', kind: 'user', entity_id: requester.userId },
  ]);
  const membership = await opened.database
    .selectFrom('membership')
    .select(['status', 'status_reason', 'version'])
    .where('id', '=', requester.userId)
    .executeTakeFirstOrThrow();
  expect(membership).toEqual({ status: 'denied', status_reason: reason, version: 2 });
  const [email] = await people.emails();
  expect(email?.to).toBe(requester.email);
  expect(JSON.stringify(email?.letter)).toContain(reason);
});

it('nothing can be done to somebody who was denied: they are no user', async () => {
  const payload = { reason: 'No' };
  await people.outcomeOf(administrator, { kind: 'deny-access-request', subjectId: requester.requestId, payload });
  const outcome = await people.outcomeOf(
    administrator,
    { kind: 'make-admin', subjectId: requester.userId, payload: {} },
    2,
  );
  expect(outcome).toMatchObject({ error: { code: 'not_found' } });
});
