import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { forgetOldCommands, outcomesKeptMs } from '../../../../src-portal/features/commands/recorded-commands.ts';
import { submitCommand } from '../../../../src-portal/features/commands/submit-command.ts';
import { createPeople } from '../people-fixture.ts';
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
