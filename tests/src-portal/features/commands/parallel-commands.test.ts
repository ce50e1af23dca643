import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { submitCommand } from '../../../../src-portal/features/commands/submit-command.ts';
import { createPeople, type People } from '../people-fixture.ts';
import { openTestDatabase } from '../../test-database.ts';

let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const invite = (people: People, place: number): Intent => ({
  kind: 'invite-user',
  subjectId: people.context.chance.newId(),
  payload: { email: `p${place}@example.test`, firstName: 'P', lastName: 'P', role: 'user', permissions: [] },
});

it('keeps the feed gapless and in commit order under thirty parallel commands, half of them sent twice', async () => {
  const people = await createPeople(opened);
  const administrator = await people.addAdministrator();
  const commands = Array.from({ length: 30 }, (_, place) => people.command(invite(people, place)));
  const sent = [...commands, ...commands.slice(0, 15)];
  const results = await Promise.all(
    sent.map((command) => submitCommand(people.context, administrator.caller, people.organizationId, command)),
  );
  const positions = new Map(
    results.map((result) => {
      if (!result.ok || result.value.status !== 'applied') throw new Error(`Not applied: ${JSON.stringify(result)}`);
      return [result.value.commandId, result.value.position];
    }),
  );
  const inOrder = Array.from({ length: 30 }, (_, place) => place + 1);
  expect([...positions.values()].toSorted((left, right) => left - right)).toEqual(inOrder);
  const rows = await opened.database
    .selectFrom('change')
    .select(['position', 'entity_id'])
    .where('organization_id', '=', people.organizationId)
    .orderBy('position')
    .execute();
  expect(rows.map((row) => row.position)).toEqual(inOrder);
  for (const command of commands) {
    expect(rows.find((row) => row.entity_id === command.intent.subjectId)?.position).toBe(positions.get(command.id));
  }
});

it('writes one audit row for each applied command, with what was before and after', async () => {
  const people = await createPeople(opened);
  const administrator = await people.addAdministrator();
  const user = await people.addMember();
  const steps: [Intent, number][] = [
    [{ kind: 'make-admin', subjectId: user.userId, payload: {} }, 1],
    [{ kind: 'make-admin', subjectId: user.userId, payload: {} }, 2],
    [{ kind: 'revoke-user', subjectId: user.userId, payload: { reason: 'Left' } }, 2],
    [{ kind: 'restore-user', subjectId: user.userId, payload: {} }, 3],
  ];
  for (const [intent, baseVersion] of steps) {
    people.context.chance.advance(1_000);
    await people.outcomeOf(administrator, intent, baseVersion);
  }
  const rows = await opened.database
    .selectFrom('audit')
    .selectAll()
    .where('organization_id', '=', people.organizationId)
    .orderBy('at')
    .execute();
  expect(rows.map((row) => [row.action, row.before, row.after])).toMatchObject([
    ['make-admin', { version: 1, role: 'user' }, { version: 2, role: 'administrator' }],
    ['revoke-user', { version: 2, status: 'active' }, { version: 3, status: 'revoked', reason: 'Left' }],
    ['restore-user', { version: 3, status: 'revoked' }, { version: 4, status: 'active', role: 'administrator' }],
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({
      actor: administrator.caller.name,
      account_id: administrator.accountId,
      subject_kind: 'user',
      subject_id: user.userId,
    });
  }
  expect(new Set(rows.map((row) => row.command_id)).size).toBe(3);
});
