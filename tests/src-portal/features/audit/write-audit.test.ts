import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { writeAudit } from '../../../../src-portal/features/audit/write-audit.ts';
import { countTraces } from '../count-traces.ts';
import { createPeople, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const entryOf = (people: People) => ({
  organizationId: people.organizationId,
  accountId: null,
  actor: 'Portal',
  commandId: null,
  action: 'tidy-up',
  subjectKind: 'user',
  subjectId: people.context.chance.newId(),
  before: { status: 'active' },
  after: null,
});

it('keeps the entry as it was given, with the moment', async () => {
  const people = await createPeople(opened);
  const entry = entryOf(people);
  await opened.database.transaction().execute((transaction) => writeAudit(transaction, people.context, entry));
  const row = await opened.database
    .selectFrom('audit')
    .selectAll()
    .where('organization_id', '=', people.organizationId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    account_id: null,
    actor: 'Portal',
    action: 'tidy-up',
    subject_id: entry.subjectId,
    before: { status: 'active' },
    after: null,
    at: people.context.chance.now(),
  });
});

it('goes with the transaction that it belongs to', async () => {
  const people = await createPeople(opened);
  const failed = opened.database.transaction().execute(async (transaction) => {
    await writeAudit(transaction, people.context, entryOf(people));
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  expect(await countTraces(people)).toMatchObject({ audit: 0 });
});
