import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src-shared/domain/command.ts';
import type { OpenDatabase } from '../../../../src-portal/database/open.ts';
import { claimCommandId } from '../../../../src-portal/features/commands/recorded-commands.ts';
import { submitCommand } from '../../../../src-portal/features/commands/submit-command.ts';
import { countTraces } from '../count-traces.ts';
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

const makeAdmin = (): Intent => ({ kind: 'make-admin', subjectId: user.userId, payload: {} });
const revoke = (reason: string): Intent => ({ kind: 'revoke-user', subjectId: user.userId, payload: { reason } });
const send = (member: Member, command: ReturnType<People['command']>) =>
  submitCommand(people.context, member.caller, people.organizationId, command);

describe('submitCommand', () => {
  it('applies a command and answers version and feed position', async () => {
    const command = people.command(makeAdmin());
    expect(await send(administrator, command)).toEqual({
      ok: true,
      value: { status: 'applied', commandId: command.id, version: 2, position: 1 },
    });
    expect(await countTraces(people)).toEqual({ audit: 1, command: 1, change: 1 });
  });

  it('keeps when the device decided, and goes by its own time', async () => {
    const decidedAt = '2026-02-01T08:00:00.000Z';
    const command = people.command(makeAdmin(), { decidedAt });
    await send(administrator, command);
    const row = await opened.database
      .selectFrom('command')
      .select(['decided_at', 'handled_at', 'kind'])
      .where('id', '=', command.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      decided_at: new Date(decidedAt),
      handled_at: people.context.chance.now(),
      kind: 'make-admin',
    });
  });

  it('answers twenty of the same at once with one effect and one outcome', async () => {
    const command = people.command(makeAdmin());
    const results = await Promise.all(Array.from({ length: 20 }, () => send(administrator, command)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true, value: { status: 'applied', version: 2 } });
    expect(await countTraces(people)).toEqual({ audit: 1, command: 1, change: 1 });
  });

  it('answers a repeat as at first, although the world has moved on', async () => {
    const command = people.command(revoke('Left on Friday'));
    const first = await send(administrator, command);
    await people.outcomeOf(administrator, { kind: 'restore-user', subjectId: user.userId, payload: {} }, 2);
    expect(await send(administrator, command)).toEqual(first);
    expect(await countTraces(people)).toEqual({ audit: 2, command: 2, change: 2 });
  });

  it('repeats a refusal too, although it would be granted now', async () => {
    const command = people.command({ kind: 'restore-user', subjectId: user.userId, payload: {} }, { baseVersion: 2 });
    const first = await send(administrator, command);
    expect(first).toMatchObject({ value: { status: 'refused', error: { code: 'version_conflict' } } });
    await people.outcomeOf(administrator, revoke('Left'));
    expect(await send(administrator, command)).toEqual(first);
  });

  it('repeats the outcome to somebody who has lost their rights since', async () => {
    const other = await people.addAdministrator();
    const command = people.command(makeAdmin());
    const first = await send(other, command);
    await people.outcomeOf(administrator, { kind: 'revoke-user', subjectId: other.userId, payload: { reason: null } });
    expect(await send(other, command)).toEqual(first);
  });

  it.each([
    ['another body', (command: ReturnType<People['command']>) => ({ ...command, baseVersion: 7 })],
    ['another decision', (command: ReturnType<People['command']>) => ({ ...command, intent: revoke('Other') })],
  ])('refuses a known id with %s', async (_name, altered) => {
    const command = people.command(makeAdmin());
    await send(administrator, command);
    expect(await send(administrator, altered(command))).toEqual({ ok: false, error: { code: 'command_id_reused' } });
    expect(await countTraces(people)).toEqual({ audit: 1, command: 1, change: 1 });
  });

  it('refuses a known id from another account, and tells it nothing', async () => {
    const other = await people.addAdministrator();
    const command = people.command(makeAdmin());
    await send(administrator, command);
    expect(await send(other, command)).toEqual({ ok: false, error: { code: 'command_id_reused' } });
  });

  it('takes a body for the same whatever the order of its keys', async () => {
    const command = people.command(makeAdmin());
    const { intent, ...rest } = command;
    const first = await send(administrator, command);
    expect(await send(administrator, { intent, ...rest })).toEqual(first);
  });

  it.each(['pending', 'denied', 'revoked'] as const)(
    'does not handle what a %s member sends, and records the refusal',
    async (status) => {
      const outsider = await people.addMember({ role: 'administrator', status });
      const command = people.command(makeAdmin());
      expect(await send(outsider, command)).toEqual({
        ok: true,
        value: { status: 'refused', commandId: command.id, error: { code: 'not_permitted' } },
      });
      expect(await countTraces(people)).toEqual({ audit: 0, command: 1, change: 0 });
    },
  );

  it('does not carry out a late repeat of what a revoked member was refused, when they are back', async () => {
    const colleague = await people.addAdministrator();
    const { userId: subjectId } = colleague;
    const command = people.command(makeAdmin());
    await people.outcomeOf(administrator, { kind: 'revoke-user', subjectId, payload: { reason: null } });
    const first = await send(colleague, command);
    await people.outcomeOf(administrator, { kind: 'restore-user', subjectId, payload: {} }, 2);
    expect(await send(colleague, command)).toEqual(first);
    expect(await countTraces(people)).toEqual({ audit: 2, command: 3, change: 2 });
  });

  it('neither handles nor records what an administrator of another organization sends', async () => {
    const elsewhere = await people.addMember({ role: 'administrator', organizationId: await people.addOrganization() });
    expect(await send(elsewhere, people.command(makeAdmin()))).toEqual({ ok: false, error: { code: 'not_permitted' } });
    expect(await countTraces(people)).toEqual({ audit: 0, command: 0, change: 0 });
  });

  it('takes no command for an organization of another portal', async () => {
    const stranger = { ...administrator, caller: { ...administrator.caller, portalId: 'other' } };
    expect(await send(stranger, people.command(makeAdmin()))).toEqual({ ok: false, error: { code: 'not_permitted' } });
  });

  it('takes no command whose organization is not the one of its address', async () => {
    const command = people.command(makeAdmin(), { organizationId: await people.addOrganization() });
    expect(await send(administrator, command)).toEqual({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'organizationId', code: 'invalid_format' }] },
    });
  });

  it.each(['make-admin', 'resend-invitation', 'deny-access-request'] as const)(
    'refuses %s of what the organization has not got',
    async (kind) => {
      const payload = kind === 'deny-access-request' ? { reason: 'No' } : {};
      const intent = { kind, subjectId: v7(), payload } as Intent;
      expect(await people.outcomeOf(administrator, intent)).toMatchObject({ error: { code: 'not_found' } });
    },
  );

  it("does not reach another organization's user", async () => {
    const elsewhere = await people.addMember({ organizationId: await people.addOrganization() });
    const intent: Intent = { kind: 'make-admin', subjectId: elsewhere.userId, payload: {} };
    expect(await people.outcomeOf(administrator, intent)).toMatchObject({ error: { code: 'not_found' } });
  });

  // an embedded database runs one transaction at a time, so nothing can be in flight beside it
  it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)('says that the id is in flight while it is', async () => {
    const command = people.command(makeAdmin());
    await opened.database.transaction().execute(async (transaction) => {
      await claimCommandId(transaction, command.id);
      expect(await send(administrator, command)).toEqual({ ok: false, error: { code: 'command_in_flight' } });
    });
    expect(await send(administrator, command)).toMatchObject({ value: { status: 'applied' } });
  });
});
