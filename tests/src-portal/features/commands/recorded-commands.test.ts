import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { forgetOldCommands, outcomesKeptMs } from '../../../../src-portal/features/commands/recorded-commands.ts';
import { submitCommand } from '../../../../src-portal/features/commands/submit-command.ts';
import { scheduleRepeatedJobs } from '../../../../src-portal/jobs/repeat-job.ts';
import { createPeople } from '../people-fixture.ts';
import { openPortalFixture } from '../../portal-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

it('keeps an outcome for four hundred days and no longer', async () => {
  const people = await createPeople(opened);
  const administrator = await people.addAdministrator();
  const user = await people.addMember();
  const command = people.command({ kind: 'make-admin', subjectId: user.userId, payload: {} });
  const send = () => submitCommand(people.context, administrator.caller, people.organizationId, command);
  const first = await send();

  people.context.chance.advance(outcomesKeptMs);
  expect(await forgetOldCommands(people.context)).toBe(0);
  expect(await send()).toEqual(first);

  people.context.chance.advance(1);
  expect(await forgetOldCommands(people.context)).toBe(1);
  expect(outcomesKeptMs).toBe(400 * 86_400_000);
});

it('is what housekeeping keeps to by itself', async () => {
  const portal = await openPortalFixture();
  const { context, chance, worker } = portal;
  const people = await createPeople({ database: context.database, kind: context.settings.database });
  const administrator = await people.addAdministrator();
  const user = await people.addMember();
  await people.outcomeOf(administrator, { kind: 'make-admin', subjectId: user.userId, payload: {} });
  const kept = async () => (await context.database.selectFrom('command').select('id').execute()).length;
  const dayMs = 86_400_000;

  await scheduleRepeatedJobs(context);
  chance.advance(400 * dayMs);
  await worker.runDueJobs();
  expect(await kept()).toBe(1);
  chance.advance(dayMs);
  await worker.runDueJobs();
  expect(await kept()).toBe(0);
  await portal.close();
});
